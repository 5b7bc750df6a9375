package org.knudsen.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.report.MadeUpSweeps;
import org.knudsen.run.Profile;
import org.knudsen.study.SweepResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The files of a run folder hold every digit, and other programs read them. */
class RunFilesTest {

  private static final String PYTHON = "/usr/bin/python3";

  @TempDir Path folder;

  private final SweepResult sweep = MadeUpSweeps.complete("hard-sphere", 1, 0.2, 0.1);

  @Test
  void csvKeepsEveryDigitAndQuotes() throws IOException {
    double value = 1e-300 / 3;
    Table table =
        Table.create(
            "t",
            DoubleColumn.create("x", value, Double.NaN),
            StringColumn.create("why", "so, \"thus\"", "plain"));
    Path file = folder.resolve("t.csv");
    RunFiles.csv(table, file);
    assertEquals(
        List.of("x,why", value + ",\"so, \"\"thus\"\"\"", ",plain"), Files.readAllLines(file));
  }

  @Test
  void aTableWithoutRowsHasNoFile() throws IOException {
    RunFiles.tables(MadeUpSweeps.complete("hard-sphere", 1, 0.2), folder);
    assertFalse(Files.exists(folder.resolve("slopes.csv")));
  }

  @Test
  void hdf5HoldsTheProfiles() {
    Path file = folder.resolve("results.h5");
    ResultHdf5.write(sweep, file);
    try (HdfFile read = new HdfFile(file)) {
      double[][][] concentration =
          (double[][][]) read.getDatasetByPath("eps=0.1/profiles/concentration").getData();
      Profile profile = sweep.runs().get(1).profiles().get(3);
      assertEquals(profile.concentration()[2 * 5 + 1], concentration[3][5][1]);
      assertArrayEquals(
          profile.temperature(),
          ((double[][]) read.getDatasetByPath("eps=0.1/profiles/temperature").getData())[3]);
    }
  }

  /** With the HDF Group's own library. */
  @Test
  void hdf5IsReadByH5py() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && python("import h5py").exit() == 0,
        "python3-h5py is not installed, so the file is not read by another library");
    Path file = folder.resolve("results.h5");
    ResultHdf5.write(sweep, file);
    String program =
        """
        import h5py, sys
        f = h5py.File(sys.argv[1], 'r')
        r = f['eps=0.2']
        print(sorted(f.keys()))
        print(r.attrs['knudsen'], r.attrs['steps'], r.attrs['complete'])
        print([s.decode() for s in f.attrs['species']], f.attrs['mass'].tolist())
        print(r['profiles/concentration'].shape, r['profiles/x'].shape, r['drift/mass'].shape)
        print(repr(float(r['profiles/flux'][2, 3, 1])), repr(float(r['distance/L2'][4])))
        """;
    Output output = python(program, file.toString());
    assertEquals(0, output.exit(), output.text());
    Profile profile = sweep.runs().get(0).profiles().get(2);
    assertEquals(
        List.of(
            "['eps=0.1', 'eps=0.2']",
            "0.2 10 1",
            "['light', 'heavy'] [1.0, 4.0]",
            "(11, 8, 2) (8, 1) (11, 2)"),
        output.text().lines().limit(4).toList());
    String[] numbers = output.text().lines().skip(4).findFirst().orElseThrow().split(" ");
    assertEquals(profile.flux()[2 * 3 + 1], Double.parseDouble(numbers[0]));
    assertEquals(
        sweep.runs().get(0).observations().get(4).distance().get("L2"),
        Double.parseDouble(numbers[1]));
  }

  private record Output(int exit, String text) {}

  private static Output python(String program, String... arguments) throws Exception {
    List<String> words = new java.util.ArrayList<>(List.of(PYTHON, "-c", program));
    words.addAll(List.of(arguments));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), text);
  }
}
