"""Tests of the benchmarks, with a small C program in calque's place.

    python3 -m unittest discover --start-directory Benchmarks/tests

Needs a C compiler; what needs valgrind is passed over without it.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
BENCHMARKS = FOLDER.parent
sys.path.insert(0, str(BENCHMARKS))

from measuring.comparison import AnswerChanged, Contender, compare  # noqa: E402
from measuring.processes import ProcessFailed, peak_memory, run  # noqa: E402
from news.writer import Writer, past, plural, with_articles  # noqa: E402


class BenchmarkCase(unittest.TestCase):
    """A test with a temporary folder and the stand-in."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.program = str(cls.folder / "stand-in")
        source = str(FOLDER / "stand-in.c")
        subprocess.run(["cc", "-O1", "-o", cls.program, source], check=True)

    def script(self, name, *words):
        """Runs a script of the benchmarks; returns its status and what it wrote."""
        command = [sys.executable, str(BENCHMARKS / name), *map(str, words)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        return result.returncode, result.stdout, result.stderr


class NewsTests(BenchmarkCase):
    def test_the_same_seed_writes_the_same_article(self):
        self.assertEqual(Writer(7).article(), Writer(7).article())
        self.assertNotEqual(Writer(7).article(), Writer(8).article())

    def test_forms_of_words(self):
        self.assertEqual(list(map(past, ["adopt", "change", "carry", "permit", "delay"])),
                         ["adopted", "changed", "carried", "permitted", "delayed"])
        self.assertEqual(list(map(plural, ["plan", "tax", "city", "day", "branch"])),
                         ["plans", "taxes", "cities", "days", "branches"])

    def test_the_article_suits_the_next_word(self):
        self.assertEqual(
            with_articles("\x01 plan, \x01 “early” hour, \x02 union, \x02 honest vote"),
            "a plan, an “early” hour, A union, An honest vote")

    def test_the_text_has_the_make_up_of_news(self):
        path = self.folder / "news.txt"
        status, output, _ = self.script("generate", "--bytes", 1_000_000, "--out", path)
        facts, text = json.loads(output), path.read_text(encoding="utf-8")
        self.assertEqual(status, 0)
        self.assertEqual(facts["bytes"], path.stat().st_size)
        self.assertLess(facts["bytes"] - 1_000_000, 12_000)
        self.assertLess(abs(facts["nonASCIIShare"] - 0.004), 0.002)
        self.assertLess(abs(facts["planted"] / facts["words"] - 0.004), 0.001)
        self.assertGreater(len(set(text.lower().split())), 2_000)
        self.assertNotRegex(text, "[\x01\x02{}¶]|,,|,\\.")

    def test_a_smaller_text_is_the_start_of_a_larger_one(self):
        small, large = self.folder / "small.txt", self.folder / "large.txt"
        self.script("generate", "--bytes", 50_000, "--out", small)
        self.script("generate", "--bytes", 200_000, "--out", large)
        self.assertTrue(large.read_bytes().startswith(small.read_bytes()))

    def test_files_have_the_size_of_articles(self):
        folder = self.folder / "articles"
        self.script("generate", "--files", 40, "--out", folder, "--seed", 3)
        sizes = [path.stat().st_size for path in folder.iterdir()]
        self.assertEqual(len(sizes), 40)
        self.assertTrue(all(1_900 < size < 12_000 for size in sizes), sizes)


class MeasuringTests(BenchmarkCase):
    def test_a_run_has_status_output_and_time(self):
        result = run(["sh", "-c", "echo text; exit 5"], to_pipe=True)
        self.assertEqual((result.status, result.output), (5, b"text\n"))
        self.assertEqual(run(["sh", "-c", "echo text"], to_pipe=False).output, b"")
        self.assertGreater(result.seconds, 0)

    def test_output_larger_than_a_pipe_does_not_block(self):
        result = run(["head", "-c", "3000000", "/dev/zero"], to_pipe=True)
        self.assertEqual(len(result.output), 3_000_000)

    def test_a_missing_or_killed_program_is_told(self):
        with self.assertRaisesRegex(ProcessFailed, "did not start"):
            run(["/nowhere/calque"], to_pipe=True)
        with self.assertRaisesRegex(ProcessFailed, "status -9: why"):
            run(["sh", "-c", "echo why >&2; kill -9 $$"], to_pipe=False)

    def test_peak_memory_is_the_programs_own(self):
        ballast = bytearray(b"\1" * 50_000_000)
        small = peak_memory(["wc", "-w", str(FOLDER / "stand-in.c")])
        self.assertLess(small, 6, f"this process holds {len(ballast)} bytes")
        hungry = [sys.executable, "-c", "b'x' * 100_000_000"]
        self.assertGreater(peak_memory(hungry), 90)

    def test_an_answer_that_changes_is_an_error(self):
        command = [self.program, str(FOLDER / "stand-in.c"), "--fickle", str(self.folder / "seen")]
        fickle = Contender("fickle", command, (0, 1), must_repeat=True)
        with self.assertRaisesRegex(AnswerChanged, "gave two answers"):
            compare([fickle], rounds=2, to_pipe=True)

    def test_findings_are_counted_without_their_notes(self):
        contender = Contender("c", [self.program, str(FOLDER / "stand-in.c")], (0, 1))
        measured = compare([contender], rounds=2, to_pipe=True)[0]
        self.assertEqual(measured.finding_count * 2, measured.output.count(b"\n"))
        self.assertEqual((len(measured.seconds), measured.ratio), (2, 1.0))


class ScriptTests(BenchmarkCase):
    def test_run_prints_a_row_a_command(self):
        words = ["--quick", "--rounds", 1, "--no-peers", "--cache", self.folder / "cache"]
        status, output, errors = self.script("run", "--calque", self.program, *words)
        self.assertEqual((status, output.count("| `calque --jobs 1` |")), (0, 3), errors)
        self.assertEqual(output.count("| `calque` |"), 2)
        self.assertIn("stand-in 1", output)

    def test_run_fails_when_the_program_finds_nothing(self):
        words = ["--quick", "--rounds", 1, "--no-peers", "--cache", self.folder / "cache"]
        status, _, errors = self.script("run", "--calque", "/bin/true", *words)
        self.assertEqual(status, 1)
        self.assertIn("are its rules on?", errors)

    @unittest.skipUnless(shutil.which("valgrind"), "valgrind is not installed")
    def test_the_gate_lets_equal_cost_pass_and_more_not(self):
        numbers = self.folder / "instructions.json"
        words = ["--calque", self.program, "--cache", self.folder / "cache"]
        status, _, errors = self.script("instructions", *words, "--gate", numbers)
        self.assertEqual(status, 2, errors)
        self.assertIn("--record", errors)
        self.assertEqual(self.script("instructions", *words, "--record", numbers)[0], 0)
        self.assertEqual(self.script("instructions", *words, "--gate", numbers)[0], 0)
        slow = [*words, "--gate", numbers, "--", "--slow"]
        status, _, errors = self.script("instructions", *slow)
        self.assertEqual(status, 1)
        self.assertIn("more instructions per MB of news than recorded, 15% are allowed", errors)

    def test_builds_that_agree_and_differ(self):
        slow = self.folder / "slow"
        slow.write_text(f'#!/bin/sh\nexec {self.program} --slow "$@"\n')
        slow.chmod(0o755)
        compared = lambda a, b: self.script("compare-builds", a, b, self.folder)  # noqa: E731
        self.assertEqual(compared(self.program, self.program)[0], 0)
        status, output, _ = compared(self.program, slow)
        self.assertEqual(status, 1)
        self.assertEqual([line[:9] for line in output.splitlines()], ["- a.txt:1", "+ a.txt:2"])
        self.assertEqual(compared(self.program, "/nowhere/calque")[0], 2)


if __name__ == "__main__":
    unittest.main()
