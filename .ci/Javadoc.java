import com.sun.source.util.JavacTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Checks that every public member has Javadoc, and that it is sound: {@code Javadoc SOURCES}.
 *
 * <p>All of the compiler's doclint but for tags that would only repeat the first sentence: a member
 * needs a comment, not an {@code @param} for each parameter.
 */
public final class Javadoc {

  private static final Pattern OPTIONAL =
      Pattern.compile("no @(return|param for .*|throws for .*)");

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    int files;
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null);
        Stream<Path> all = Files.walk(root)) {
      List<Path> sources =
          all.filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("module-info.java"))
              .toList();
      files = sources.size();
      List<String> options =
          List.of(
              "-proc:none",
              "-Xdoclint:all/public",
              "-Xmaxwarns",
              "100000",
              "-cp",
              System.getProperty("java.class.path"));
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  found,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(sources));
      task.analyze();
    }
    List<String> wrong =
        found.getDiagnostics().stream().filter(Javadoc::counts).map(Javadoc::line).toList();
    wrong.forEach(System.out::println);
    if (files == 0 || !wrong.isEmpty()) {
      System.out.println(wrong.size() + " faults in the Javadoc of " + files + " files");
      System.exit(1);
    }
  }

  private static boolean counts(Diagnostic<? extends JavaFileObject> one) {
    return one.getSource() != null && !OPTIONAL.matcher(one.getMessage(Locale.ENGLISH)).matches();
  }

  private static String line(Diagnostic<? extends JavaFileObject> one) {
    return one.getSource().getName()
        + ":"
        + one.getLineNumber()
        + ": "
        + one.getMessage(Locale.ENGLISH);
  }
}
