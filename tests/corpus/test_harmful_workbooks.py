"""Files made to harm are refused in words, soon and with little memory."""

import time
import tracemalloc

import pytest

from plans.tables import FileError, read_tables
from tests.corpus.harmful_workbooks import HARMFUL

# Read to its end, such a file takes minutes.
MOST_SECONDS, MOST_BYTES = 5, 300 * 1024 * 1024


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_file_is_refused_in_words(name):
    make, words = HARMFUL[name]
    content = make()

    started = time.process_time()
    with pytest.raises(FileError, match=words) as caught:
        read_tables("実績.xlsx", content)
    seconds = time.process_time() - started

    assert str(caught.value).endswith("ください。")
    assert seconds < MOST_SECONDS


@pytest.mark.parametrize("name", ["a million columns", "a million cells and more"])
def test_a_harmful_file_takes_little_memory(name):
    content = HARMFUL[name][0]()

    tracemalloc.start()
    with pytest.raises(FileError):
        read_tables("実績.xlsx", content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < MOST_BYTES
