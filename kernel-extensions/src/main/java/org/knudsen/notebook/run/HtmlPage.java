package org.knudsen.notebook.run;

import java.io.IOException;
import java.nio.file.Path;

final class HtmlPage {
  static void write(Notebook n, Path p) throws IOException {
    AtomicFile.write(p, n.toJson());
  }
}
