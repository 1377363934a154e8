package dev.hexwing.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where on the class path packages lie; tests are left out. */
final class ClassPathRoots {

  private ClassPathRoots() {}

  /**
   * The folders and jars that hold a package.
   *
   * @throws UncheckedIOException if the class path cannot be read
   */
  static List<Path> of(ClassLoader loader, List<String> packages) {
    Set<Path> roots = new LinkedHashSet<>();
    for (String one : packages) {
      String folder = one.replace('.', '/');
      try {
        for (URL url : Collections.list(loader.getResources(folder))) {
          roots.add(root(url, folder));
        }
      } catch (IOException | URISyntaxException e) {
        throw new UncheckedIOException(new IOException(one + " cannot be found", e));
      }
    }
    roots.removeIf(root -> root.endsWith("test-classes") || root.endsWith("test"));
    return List.copyOf(roots);
  }

  private static Path root(URL url, String folder) throws IOException, URISyntaxException {
    if (url.getProtocol().equals("jar") && url.openConnection() instanceof JarURLConnection jar) {
      return Path.of(jar.getJarFileURL().toURI());
    }
    Path inside = Path.of(url.toURI());
    for (int i = 0; i < folder.split("/").length; i++) {
      inside = inside.resolve("..").normalize();
    }
    return inside;
  }
}
