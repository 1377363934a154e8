package dev.hexwing.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 at {@code jdbc:h2:recorded:…}: what was done to them is kept step by step, so that
 * what a death at any of them leaves behind can be made again.
 */
public final class RecordedFile extends FilePathWrapper {

  private static final String SCHEME = "recorded";
  private static final List<Step> STEPS = Collections.synchronizedList(new ArrayList<>());

  /** What was done to the file. */
  sealed interface Step {

    /** Does it to that file, too. */
    void applyTo(FileChannel file) throws IOException;
  }

  /** Bytes were handed to the operating system. */
  record Written(long position, ByteBuffer bytes) implements Step {

    private static final int SECTOR = 512;

    @Override
    public void applyTo(FileChannel file) throws IOException {
      file.write(bytes.duplicate(), position);
    }

    /** The first of its sectors, that share of them. */
    Written part(double share) {
      int sectors = (int) (share * bytes.limit() / SECTOR);
      return new Written(position, bytes.slice(0, sectors * SECTOR));
    }
  }

  /** The file was cut. */
  record Shortened(long size) implements Step {

    @Override
    public void applyTo(FileChannel file) throws IOException {
      file.truncate(size);
    }
  }

  /** All before is on the disk. */
  record Forced() implements Step {

    @Override
    public void applyTo(FileChannel file) {
      // A file that nobody cuts the power of needs nothing.
    }
  }

  /** Has H2 know these files; forgets all steps. */
  static void settle() {
    STEPS.clear();
    FilePath.register(new RecordedFile());
  }

  static void leave() {
    FilePath.unregister(new RecordedFile());
  }

  /** How many steps were done so far. */
  static int steps() {
    return STEPS.size();
  }

  /** Those steps, the first included and the last not. */
  static List<Step> steps(int first, int last) {
    return List.copyOf(STEPS.subList(first, last));
  }

  /** Does steps to a file, which is made if there is none. */
  static void apply(List<? extends Step> steps, Path target) throws IOException {
    try (FileChannel file =
        FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (Step step : steps) {
        step.applyTo(file);
      }
    }
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel channel = getBase().open(mode);
    return getBase().toString().endsWith(".mv.db") ? new Recorded(channel) : channel;
  }

  private static final class Recorded extends FileBase {

    private final FileChannel channel;

    Recorded(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      ByteBuffer copy = source.duplicate();
      byte[] bytes = new byte[channel.write(source, position)];
      copy.get(bytes);
      STEPS.add(new Written(position, ByteBuffer.wrap(bytes)));
      return bytes.length;
    }

    @Override
    public synchronized FileChannel truncate(long size) throws IOException {
      channel.truncate(size);
      STEPS.add(new Shortened(size));
      return this;
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
      channel.force(metaData);
      STEPS.add(new Forced());
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return channel.read(target, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return channel.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      throw new IOException("written without a position, which is not recorded");
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      channel.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return channel.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      channel.close();
    }
  }
}
