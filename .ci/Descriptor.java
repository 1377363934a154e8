import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets older tools read a module descriptor: writes the class file version of Java 17 into it.
 *
 * <p>The jar is made within the JDK that runs Maven, which may be older than the one that compiles,
 * and refuses a descriptor of a newer one. A descriptor holds no code, so its version says only who
 * may read it.
 */
public final class Descriptor {

  private static final int MAGIC = 0xCAFEBABE;
  private static final short JAVA_17 = 61;
  private static final int MAJOR_VERSION = 6;

  private Descriptor() {}

  public static void main(String... args) throws IOException {
    Path file = Path.of(args[0]);
    ByteBuffer descriptor = ByteBuffer.wrap(Files.readAllBytes(file));
    if (descriptor.getInt(0) != MAGIC) {
      throw new IOException(file + " is no class file");
    }
    if (descriptor.getShort(MAJOR_VERSION) > JAVA_17) {
      Files.write(file, descriptor.putShort(MAJOR_VERSION, JAVA_17).array());
    }
  }
}
