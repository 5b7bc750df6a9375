package org.knudsen.notebook.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knudsen.run.ProgressListener;

class OneBarTest {
  private final List<String> heard = new ArrayList<>();

  private final ProgressListener recorder =
      new ProgressListener() {
        @Override
        public void started(String task, long steps) {
          heard.add(task + " of " + steps);
        }

        @Override
        public void advanced(long done) {
          heard.add("at " + done);
        }

        @Override
        public void finished() {
          heard.add("end");
        }
      };

  @Test
  void joinsTasks() {
    try (OneBar bar = new OneBar(recorder, "sweep", 5)) {
      bar.started("tables", 1);
      bar.advanced(1);
      bar.finished();
      for (int run = 0; run < 2; run++) {
        bar.started("run", 2);
        bar.advanced(1);
        bar.advanced(2);
        bar.finished();
      }
    }
    assertEquals(List.of("sweep of 5", "at 1", "at 2", "at 3", "at 4", "at 5", "end"), heard);
  }

  @Test
  void endsOnceAndOnlyWhatBegan() {
    new OneBar(recorder, "sweep", 5).close();
    assertEquals(List.of(), heard);
    OneBar cancelled = new OneBar(recorder, "sweep", 5);
    cancelled.started("run", 5);
    cancelled.advanced(2);
    cancelled.finished();
    cancelled.close();
    cancelled.close();
    assertEquals(List.of("sweep of 5", "at 2", "end"), heard);
  }
}
