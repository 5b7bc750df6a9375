package org.knudsen.engine;

/**
 * A task as an engine sees it.
 *
 * @param index by which its result is known
 * @param content not modified
 * @param bytes of memory that it takes while it runs
 */
public record EngineTask(int index, byte[] content, double bytes) {}
