"""The tables of an archive store."""

SCHEMA_VERSION = 1

TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,          -- content and metadata: the same article again changes nothing
    path TEXT NOT NULL,
    outlet TEXT,
    title TEXT,
    url TEXT,
    published_at TEXT,
    day INTEGER,                       -- ordinal of the reference date, for grouping
    signature BLOB NOT NULL,           -- weighted terms, for grouping
    data BLOB NOT NULL                 -- the Document
);
CREATE TABLE IF NOT EXISTS stories (
    id TEXT PRIMARY KEY,               -- from its documents: a changed story is another story
    document_count INTEGER NOT NULL,
    title TEXT NOT NULL,
    compared INTEGER NOT NULL DEFAULT 0,
    data BLOB                          -- the report, once compared
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS story_documents (
    story_id TEXT NOT NULL,
    document_number INTEGER NOT NULL,
    PRIMARY KEY (story_id, document_number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS story_of_document ON story_documents (document_number);
CREATE TABLE IF NOT EXISTS claims (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    document_number INTEGER NOT NULL,
    fact_id TEXT NOT NULL,
    speaker TEXT,
    statement TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS claims_of_story ON claims (story_id);
CREATE TABLE IF NOT EXISTS facts (
    id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    statement TEXT NOT NULL,
    status TEXT NOT NULL,
    document_count INTEGER NOT NULL,
    origin_count INTEGER NOT NULL,
    probability REAL,
    PRIMARY KEY (story_id, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS contradictions (
    id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    between_what TEXT NOT NULL,
    status TEXT NOT NULL,
    probability REAL NOT NULL,
    explanation TEXT NOT NULL,
    PRIMARY KEY (story_id, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rejections (
    path TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (path, stage)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS document_search
    USING fts5 (title, text, content='', tokenize='porter unicode61');
CREATE VIRTUAL TABLE IF NOT EXISTS claim_search
    USING fts5 (statement, tokenize='porter unicode61');
"""
