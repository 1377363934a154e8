package dev.hexwing.architecture.diagram;

import dev.hexwing.architecture.ArchitectureMap;
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
 * @param unassigned how many classes have no role
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
    int unassigned) {

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

  /** Folds the map of a report into a picture. */
  public static Picture of(ArchitectureMap map, String title) {
    return new PictureMaker(map).make(title);
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
