"""Sets of ids that are joined step by step."""

from collections.abc import Iterable


class Partition:
    """Union-find over strings; a set is named by its smallest member."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {name: name for name in ids}

    def smallest(self, name: str) -> str:
        """Return the smallest member of the name's set."""
        root = name
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[name] != root:
            self._parent[name], name = root, self._parent[name]
        return root

    def join(self, one: str, two: str) -> None:
        """Make one set of the sets of two names."""
        left, right = sorted((self.smallest(one), self.smallest(two)))
        self._parent[right] = left

    def joined(self, one: str, two: str) -> bool:
        """Tell whether two names are in one set."""
        return self.smallest(one) == self.smallest(two)

    def count(self) -> int:
        """Return the number of sets."""
        return sum(1 for name, parent in self._parent.items() if name == parent)
