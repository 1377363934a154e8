package dev.hexwing.examples.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append-only file of lines. One thread of its own writes whatever is waiting in one go and
 * flushes it to the disk once (group commit), then reports each line as kept, in file order.
 * Thread-safe.
 *
 * <p>After a failed write nothing more is accepted: how much of it reached the disk is unknown.
 */
final class Journal implements AutoCloseable {

  /** Hears that a line is safely on disk, and where. Runs on the writer's thread. */
  interface Kept {
    void at(long offset, int length);
  }

  private static final class Waiting {
    private final byte[] line;
    private final Kept kept;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    private Waiting(byte[] line, Kept kept) {
      this.line = line;
      this.kept = kept;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int MOST_WAITING = 4096;
  private static final int MOST_AT_ONCE = 512;
  private static final long OFFER_SECONDS = 5;
  private static final long CLOSE_SECONDS = 10;

  private final FileChannel file;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private long end;
  private volatile boolean closing;
  private volatile @Nullable IOException failure;

  private Journal(FileChannel file, long end) {
    this.file = file;
    this.end = end;
    this.writer = Thread.ofPlatform().name("sandbox-ledger-writer").unstarted(this::write);
  }

  /**
   * Opens the file, cutting it to its readable part, and starts the writer.
   *
   * @param facts takes every fact already in the file
   */
  static Journal open(Path path, JournalReplay.Facts facts) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      long end = JournalReplay.read(path, facts);
      file.truncate(end);
      file.force(true);
      Journal journal = new Journal(file, end);
      journal.writer.start();
      return journal;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Queues one line, without its line break.
   *
   * @return completes once the line is on disk and {@code kept} has run; fails if it can't be
   */
  CompletableFuture<@Nullable Void> append(byte[] line, Kept kept) {
    Waiting waiting = new Waiting(line, kept);
    IOException broken = failure;
    if (broken != null || closing) {
      waiting.done.completeExceptionally(
          broken != null ? broken : new IOException("the ledger is closed"));
      return waiting.done;
    }
    try {
      if (!queue.offer(waiting, OFFER_SECONDS, TimeUnit.SECONDS)) {
        waiting.done.completeExceptionally(new IOException("the ledger's disk is too slow"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      waiting.done.completeExceptionally(e);
    }
    return waiting.done;
  }

  byte[] read(long offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException("the ledger ends before byte " + (offset + length));
      }
    }
    return buffer.array();
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>(MOST_AT_ONCE);
    while (!(closing && queue.isEmpty())) {
      try {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, MOST_AT_ONCE - 1);
          write(batch);
          batch.clear();
        }
      } catch (InterruptedException e) {
        // Only closing ends this thread: what was accepted is written first.
        closing = true;
      }
    }
  }

  private void write(List<Waiting> batch) {
    IOException broken = failure;
    if (broken == null) {
      try {
        flush(batch);
      } catch (IOException e) {
        LOG.error("the ledger can't be written; no more charges are accepted", e);
        failure = e;
        broken = e;
      }
    }
    for (Waiting waiting : batch) {
      if (broken != null) {
        waiting.done.completeExceptionally(broken);
      } else {
        keep(waiting);
      }
    }
  }

  private void flush(List<Waiting> batch) throws IOException {
    int size = 0;
    for (Waiting waiting : batch) {
      size += waiting.line.length + 1;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size);
    for (Waiting waiting : batch) {
      buffer.put(waiting.line).put((byte) '\n');
    }
    buffer.flip();
    long position = end;
    while (buffer.hasRemaining()) {
      position += file.write(buffer, position);
    }
    file.force(false);
  }

  private void keep(Waiting waiting) {
    try {
      waiting.kept.at(end, waiting.line.length);
      waiting.done.complete(null);
    } catch (RuntimeException bug) {
      LOG.error("a kept line could not be taken in", bug);
      waiting.done.completeExceptionally(bug);
    } finally {
      end += waiting.line.length + 1L;
    }
  }

  /** Writes what was accepted, then stops the writer and closes the file. */
  @Override
  public void close() throws IOException {
    closing = true;
    try {
      if (!writer.join(Duration.ofSeconds(CLOSE_SECONDS))) {
        LOG.error("the ledger's writer did not finish within {} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    file.close();
  }
}
