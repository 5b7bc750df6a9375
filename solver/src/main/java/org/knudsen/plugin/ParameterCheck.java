package org.knudsen.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Checks one raw value against its spec, for n species, and brings it to the form that
 * ParameterValues keeps.
 */
record ParameterCheck(ParameterSpec spec, int n) {

  /** Whether a table value is a matrix of tables rather than one table. */
  static boolean onePerPair(List<?> value) {
    return !value.isEmpty()
        && value.get(0) instanceof List<?> row
        && !row.isEmpty()
        && row.get(0) instanceof List<?>;
  }

  Object byDefault() {
    if (spec.required()) {
      throw new ParameterException(List.of(spec.name()), "missing", spec.allowed(n));
    }
    double value = spec.defaultValue().getAsDouble();
    return switch (spec.type()) {
      case NUMBER, NUMBER_PER_PAIR -> value;
      case INTEGER -> Math.toIntExact((long) value);
      case NUMBER_PER_SPECIES -> Collections.nCopies(n, value);
      case SYMMETRIC_MATRIX -> Collections.nCopies(n, Collections.nCopies(n, value));
      case TABLE_PER_PAIR -> throw new IllegalStateException("a table has no default");
    };
  }

  Object checked(Object value) {
    List<Object> path = List.of(spec.name());
    return switch (spec.type()) {
      case NUMBER -> number(path, value);
      case INTEGER -> integer(path, value);
      case NUMBER_PER_SPECIES -> vector(path, value);
      case SYMMETRIC_MATRIX -> symmetric(path, value, this::number);
      case NUMBER_PER_PAIR ->
          value instanceof List<?> ? symmetric(path, value, this::number) : number(path, value);
      case TABLE_PER_PAIR ->
          value instanceof List<?> list && onePerPair(list)
              ? symmetric(path, value, this::table)
              : table(path, value);
    };
  }

  private Double number(List<Object> path, Object value) {
    return spec.bounds().number(value).orElseThrow(() -> wrong(path, value));
  }

  private Integer integer(List<Object> path, Object value) {
    return spec.bounds().integer(value).orElseThrow(() -> wrong(path, value));
  }

  private List<Double> vector(List<Object> path, Object value) {
    List<?> list = list(path, value, n);
    return IntStream.range(0, n)
        .mapToObj(i -> number(ParameterException.below(path, i), list.get(i)))
        .toList();
  }

  private interface Entry<T> {
    T checked(List<Object> path, Object value);
  }

  private <T> List<List<T>> symmetric(List<Object> path, Object value, Entry<T> entry) {
    List<?> rows = list(path, value, n);
    List<List<T>> checked = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<?> row = list(ParameterException.below(path, i), rows.get(i), n);
      List<T> entries = new ArrayList<>();
      for (int j = 0; j < n; j++) {
        entries.add(entry.checked(ParameterException.below(path, i, j), row.get(j)));
      }
      checked.add(List.copyOf(entries));
      for (int j = 0; j < i; j++) {
        if (!checked.get(i).get(j).equals(checked.get(j).get(i))) {
          throw new ParameterException(
              ParameterException.below(path, i, j),
              "found %s, but entry [%s][%s] is %s"
                  .formatted(entries.get(j), j, i, checked.get(j).get(i)),
              spec.allowed(n));
        }
      }
    }
    return List.copyOf(checked);
  }

  private List<List<Double>> table(List<Object> path, Object value) {
    if (!(value instanceof List<?> rows) || rows.size() < 2) {
      throw wrong(path, value);
    }
    List<List<Double>> checked = new ArrayList<>();
    double before = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < rows.size(); r++) {
      List<Object> at = ParameterException.below(path, r);
      List<?> row = list(at, rows.get(r), 2);
      if (!(row.get(0) instanceof Number x) || !Double.isFinite(x.doubleValue())) {
        throw wrong(ParameterException.below(at, 0), row.get(0));
      }
      double abscissa = x.doubleValue() + 0.0;
      if (!(abscissa > before)) {
        throw new ParameterException(
            ParameterException.below(at, 0),
            "found x = " + abscissa + " after " + before,
            spec.allowed(n));
      }
      before = abscissa;
      checked.add(List.of(abscissa, number(ParameterException.below(at, 1), row.get(1))));
    }
    return List.copyOf(checked);
  }

  private List<?> list(List<Object> path, Object value, int length) {
    if (!(value instanceof List<?> list)) {
      throw wrong(path, value);
    }
    if (list.size() != length) {
      throw new ParameterException(path, "found a list of length " + list.size(), spec.allowed(n));
    }
    return list;
  }

  private ParameterException wrong(List<Object> path, Object value) {
    return new ParameterException(
        path, "found " + ParameterException.shown(value), spec.allowed(n));
  }
}
