package dev.hexwing.architecture.diagram;

import dev.hexwing.architecture.ArchitectureMap;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.Role;
import dev.hexwing.architecture.RoleAssignment;
import java.util.List;
import java.util.Objects;

/**
 * What a diagram shows: contexts, what they know of each other, and the hexagon around them.
 *
 * <p>All lists are sorted, so that the same classes give the same diagram.
 *
 * @param title what the diagram is of
 * @param contexts the contexts, the shared kernel included
 * @param links what contexts know of each other; the shared kernel has none
 * @param drivingPorts simple names of the ports that fronts call
 * @param drivenPorts simple names of the ports that the application calls
 * @param adapters the adapters on both sides
 * @param assemblies simple names of what puts everything together
 * @param domainClasses how many classes the domain has
 * @param applicationClasses how many classes the application has
 * @param outward pairs in which the domain knows the application, against the rules
 * @param unassigned how many classes have no role
 * @param figures whether diagrams tell how many classes there are
 */
public record Picture(
    String title,
    List<ContextShape> contexts,
    List<ContextLink> links,
    List<String> drivingPorts,
    List<String> drivenPorts,
    List<AdapterShape> adapters,
    List<String> assemblies,
    int domainClasses,
    int applicationClasses,
    int outward,
    int unassigned,
    boolean figures) {

  /** Keeps its own copies. */
  public Picture {
    Objects.requireNonNull(title, "title");
    contexts = List.copyOf(contexts);
    links = List.copyOf(links);
    drivingPorts = List.copyOf(drivingPorts);
    drivenPorts = List.copyOf(drivenPorts);
    adapters = List.copyOf(adapters);
    assemblies = List.copyOf(assemblies);
  }

  /** Folds a report into a picture. */
  public static Picture of(Report report, String title) {
    List<String> assemblies =
        report.roles().all().stream()
            .filter(one -> one.role() == Role.COMPOSITION_ROOT)
            .map(RoleAssignment::className)
            .filter(name -> name.indexOf('$') < 0)
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .filter(name -> !name.equals("package-info"))
            .distinct()
            .sorted()
            .toList();
    return of(report.map(), title, assemblies);
  }

  /** Folds a map into a picture. */
  static Picture of(ArchitectureMap map, String title, List<String> assemblies) {
    return new PictureMaker(map).make(title, assemblies);
  }

  /** The same without figures: it changes only when the architecture does. */
  public Picture withoutFigures() {
    return new Picture(
        title,
        contexts,
        links,
        drivingPorts,
        drivenPorts,
        adapters,
        assemblies,
        domainClasses,
        applicationClasses,
        outward,
        unassigned,
        false);
  }

  /** How many classes, in words after a lead; nothing but the lead if figures are left out. */
  String counted(String lead, String separator, int classes) {
    if (!figures) {
      return lead;
    }
    String count = classes == 1 ? "1 class" : classes + " classes";
    return lead.isEmpty() ? count : lead + separator + count;
  }

  /** What is told beside the arrow of a link. */
  String label(ContextLink link) {
    String kind = link.forbidden() ? "forbidden" : link.kind().text();
    return figures ? kind + " · " + link.pairs() : kind;
  }

  /** The contexts without the shared kernel. */
  public List<ContextShape> bounded() {
    return contexts.stream().filter(context -> !context.sharedKernel()).toList();
  }

  /** The shared kernels; usually one. */
  public List<ContextShape> kernels() {
    return contexts.stream().filter(ContextShape::sharedKernel).toList();
  }

  /** The adapters of one side. */
  public List<AdapterShape> adapters(AdapterShape.Side side) {
    return adapters.stream().filter(adapter -> adapter.side() == side).toList();
  }
}
