package org.knudsen.kinetic;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The bytes of all objects that can be reached from some, without those that can be reached from
 * others: by reflection, with the sizes of a 64-bit machine with compressed references. Objects of
 * the Java library count by what they hold.
 */
final class ReachableBytes {

  private static final int HEADER = 12;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param shared what is not counted
   */
  ReachableBytes(Object... shared) {
    of(shared);
  }

  long of(Object... roots) {
    long bytes = 0;
    Deque<Object> open = new ArrayDeque<>();
    for (Object root : roots) {
      push(root, open);
    }
    while (!open.isEmpty()) {
      bytes += visit(open.pop(), open);
    }
    return bytes;
  }

  private void push(Object object, Deque<Object> open) {
    if (object != null
        && !(object instanceof Class<?>)
        && !(object instanceof Enum<?>)
        && seen.add(object)) {
      open.push(object);
    }
  }

  private long visit(Object object, Deque<Object> open) {
    Class<?> type = object.getClass();
    if (type.isArray()) {
      int length = Array.getLength(object);
      boolean references = !type.getComponentType().isPrimitive();
      for (int i = 0; references && i < length; i++) {
        push(Array.get(object, i), open);
      }
      return rounded(HEADER + 4 + (long) length * size(type.getComponentType()));
    }
    if (object instanceof Collection<?> all) {
      all.forEach(element -> push(element, open));
      return 16 + 4L * all.size();
    }
    if (object instanceof Map<?, ?> map) {
      map.values().forEach(value -> push(value, open));
      return 16 + 32L * map.size();
    }
    if (type.getName().startsWith("java.")) {
      return 16;
    }
    long bytes = HEADER;
    for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
      for (Field field : level.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          bytes += size(field.getType());
          if (!field.getType().isPrimitive()) {
            push(value(field, object), open);
          }
        }
      }
    }
    return rounded(bytes);
  }

  private static Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static long rounded(long bytes) {
    return (bytes + 7) / 8 * 8;
  }

  private static int size(Class<?> type) {
    if (type == double.class || type == long.class) {
      return 8;
    }
    return type == boolean.class || type == byte.class ? 1 : 4;
  }
}
