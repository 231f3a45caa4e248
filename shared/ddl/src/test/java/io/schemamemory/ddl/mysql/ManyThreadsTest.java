package io.schemamemory.ddl.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.ddl.DdlReader;
import io.schemamemory.ddl.mysql.Samples.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {
  private static final int THREADS = 8;

  @Test
  void eight_threads_tell_the_same_from_the_first_statement_on() throws Exception {
    DdlReader reader = new DdlReader();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random order = new Random(thread);
        wrong.add(
            threads.submit(
                () -> {
                  start.await();
                  return wrong(reader, order);
                }));
      }
      for (Future<Integer> count : wrong) {
        assertThat(count.get()).isZero();
      }
    }
  }

  private static int wrong(DdlReader reader, Random order) {
    List<Sample> samples = new ArrayList<>(Samples.all());
    Collections.shuffle(samples, order);
    return (int)
        samples.stream()
            .filter(sample -> !Samples.told(reader, sample.ddl()).equals(sample.told()))
            .count();
  }
}
