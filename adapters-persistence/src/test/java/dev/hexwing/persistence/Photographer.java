package dev.hexwing.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 at {@code jdbc:h2:photographed:…}, copied after each write: what a process that is
 * killed there leaves behind.
 */
public final class Photographer extends FilePathWrapper {

  private static final String SCHEME = "photographed";
  private static final List<Path> PHOTOGRAPHS = new CopyOnWriteArrayList<>();

  /** Has H2 know these files. */
  static void settle() {
    PHOTOGRAPHS.clear();
    FilePath.register(new Photographer());
  }

  static void leave() {
    FilePath.unregister(new Photographer());
  }

  /** The copies, the oldest first; each ends in {@code .mv.db}. */
  static List<Path> photographs() {
    return List.copyOf(PHOTOGRAPHS);
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel channel = getBase().open(mode);
    String file = getBase().toString();
    return file.endsWith(".mv.db") ? new Photographed(channel, Path.of(file)) : channel;
  }

  private static final class Photographed extends FileBase {

    private final FileChannel channel;
    private final Path file;

    Photographed(FileChannel channel, Path file) {
      this.channel = channel;
      this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      int written = channel.write(bytes, position);
      photograph();
      return written;
    }

    private void photograph() throws IOException {
      Path copy = file.resolveSibling("photograph-%05d.mv.db".formatted(PHOTOGRAPHS.size()));
      try (FileChannel target =
          FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        long size = channel.size();
        for (long at = 0; at < size; ) {
          at += channel.transferTo(at, size - at, target);
        }
      }
      PHOTOGRAPHS.add(copy);
    }

    @Override
    public synchronized int read(ByteBuffer bytes, long position) throws IOException {
      return channel.read(bytes, position);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return channel.read(bytes);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return channel.write(bytes);
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
    public FileChannel truncate(long size) throws IOException {
      channel.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      channel.force(metaData);
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
