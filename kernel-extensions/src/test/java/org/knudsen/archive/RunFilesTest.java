package org.knudsen.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.figure.PlotFiles;
import org.knudsen.figure.PlotOutput;
import org.knudsen.report.MadeUpSweeps;
import org.knudsen.report.ResultTables;
import org.knudsen.run.Cancellation;
import org.knudsen.run.RunResult;
import org.knudsen.run.Variable;
import org.knudsen.study.SweepResult;
import org.knudsen.torus.Torus;
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
  void csvKeepsTheOrderOfManyRows() throws IOException {
    double[] values = IntStream.range(0, 25_000).mapToDouble(row -> row / 3.0).toArray();
    Path file = folder.resolve("t.csv");
    RunFiles.csv(Table.create("t", DoubleColumn.create("x", values)), file);
    assertEquals(
        Arrays.stream(values).mapToObj(Double::toString).toList(),
        Files.readAllLines(file).subList(1, values.length + 1));
  }

  @Test
  void aTableWithoutRowsHasNoFile() throws IOException {
    RunFiles.tables(MadeUpSweeps.complete("hard-sphere", 1, 0.2), folder);
    assertFalse(Files.exists(folder.resolve("slopes.csv")));
  }

  /** A sweep read from a file is the sweep that was written: the same tables, the same plots. */
  @Test
  void hdf5GivesTheSameSweep() throws IOException {
    for (SweepResult written : List.of(sweep, MadeUpSweeps.brokenDown(0.2, 0.1))) {
      Path file = folder.resolve("results.h5");
      ResultHdf5.write(written, file);
      SweepResult read = ResultHdf5.read(file);
      assertEquals(written.asked(), read.asked());
      assertEquals(
          ResultTables.runs(written).removeColumns(ResultTables.WALL_TIME).printAll(),
          ResultTables.runs(read).removeColumns(ResultTables.WALL_TIME).printAll());
      assertEquals(
          ResultTables.diagnostics(written).printAll(), ResultTables.diagnostics(read).printAll());
      assertEquals(
          ResultTables.profiles(written).printAll(), ResultTables.profiles(read).printAll());
      for (int r = 0; r < written.runs().size(); r++) {
        for (Variable variable : written.runs().get(r).variables().values()) {
          Variable back = read.runs().get(r).variable(variable.name());
          assertEquals(variable.quantity(), back.quantity());
          assertArrayEquals(variable.values(), back.values());
        }
      }
      Path first = Files.createDirectories(folder.resolve("first"));
      Path second = Files.createDirectories(folder.resolve("second"));
      PlotOutput svg = PlotOutput.of(PlotFiles.Format.SVG);
      RunFiles.plots(written, first, svg, Cancellation.never());
      RunFiles.plots(read, second, svg, Cancellation.never());
      RunFiles.tables(written, first);
      RunFiles.tables(read, second);
      try (Stream<Path> files = Files.list(first)) {
        List<Path> all = files.toList();
        assertTrue(all.size() > 8, "" + all);
        for (Path one : all) {
          assertEquals(-1, Files.mismatch(one, second.resolve(one.getFileName())), "" + one);
        }
      }
    }
  }

  /** The x axis runs fastest, as the names of the dimensions say. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void hdf5HoldsFieldsByTheirCoordinates(int dimension) {
    Torus torus = new Torus(dimension, 4);
    Path file = folder.resolve("results.h5");
    ResultHdf5.write(
        MadeUpSweeps.onTorus(
            torus,
            cell ->
                torus.coordinate(cell, 0)
                    + 10 * torus.coordinate(cell, 1)
                    + (dimension < 3 ? 0 : 100 * torus.coordinate(cell, 2))),
        file);
    try (HdfFile read = new HdfFile(file)) {
      double[] x = (double[]) read.getDatasetByPath("eps=0.1/x").getData();
      double[] y = (double[]) read.getDatasetByPath("eps=0.1/y").getData();
      Object c = read.getDatasetByPath("eps=0.1/concentration").getData();
      double[][][] plane = dimension == 2 ? ((double[][][][]) c)[0] : ((double[][][][][]) c)[0][3];
      double above = dimension == 2 ? 0 : 75;
      for (int j = 0; j < 4; j++) {
        for (int i = 0; i < 4; i++) {
          assertEquals(x[i] + 10 * y[j] + above, plane[j][i][0]);
        }
      }
    }
  }

  @Test
  void aFileThatIsNoneIsNamed() throws IOException {
    Path file = folder.resolve("results.h5");
    Files.writeString(file, "no HDF5");
    String message =
        assertThrows(IllegalArgumentException.class, () -> ResultHdf5.read(file)).getMessage();
    assertTrue(message.startsWith(file + ": found a damaged file"), message);
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
        print(r.attrs['knudsen'], r.attrs['steps'], r.attrs['ending'].decode())
        c = r['concentration']
        print([d.decode() for d in c.attrs['dimensions']], c.shape, c.attrs['units'].decode())
        print(r['x'].shape, [s.decode() for s in r['species']], r['drift/mass'].shape)
        print(repr(float(r['flux'][2, 3, 1, 0])), repr(float(r['distance/L2'][4])))
        """;
    Output output = python(program, file.toString());
    assertEquals(0, output.exit(), output.text());
    RunResult run = sweep.runs().get(0);
    assertEquals(
        List.of(
            "['eps=0.1', 'eps=0.2']",
            "0.2 10 COMPLETE",
            "['keptTime', 'x', 'species'] (11, 8, 2) 1",
            "(8,) ['light', 'heavy'] (11, 2)"),
        output.text().lines().limit(4).toList());
    String[] numbers = output.text().lines().skip(4).findFirst().orElseThrow().split(" ");
    assertEquals(run.variable("flux").at(2)[2 * 3 + 1], Double.parseDouble(numbers[0]));
    assertEquals(run.distance("L2")[4], Double.parseDouble(numbers[1]));
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
