package dev.hexwing.architecture;

import dev.hexwing.architecture.LayoutEntries.OfBlock;
import dev.hexwing.architecture.LayoutEntries.OfRole;
import dev.hexwing.architecture.RoleAssignment.Evidence;
import dev.hexwing.architecture.RoleAssignment.Source;
import dev.hexwing.architecture.classfile.AnnotationInfo;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Names;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what each class is: by jMolecules first, then by the layout, then not at all. */
final class RoleFinder {

  private static final Set<Block> OF_THE_DOMAIN =
      EnumSet.of(Block.AGGREGATE_ROOT, Block.ENTITY, Block.VALUE_OBJECT, Block.DOMAIN_EVENT);

  private final Layout layout;
  private final Types types;
  private final Map<String, ClassInfo> packageInfos;
  private final PackageRoles packages;
  private final ContextFinder contexts;
  private final Map<String, RoleAssignment> found = new HashMap<>();
  private final Set<String> portsOfTheDomain = new LinkedHashSet<>();

  RoleFinder(Layout layout, Types types, Map<String, ClassInfo> packageInfos) {
    this.layout = layout;
    this.types = types;
    this.packageInfos = packageInfos;
    this.packages = new PackageRoles(layout);
    this.contexts = new ContextFinder(layout, types, packageInfos, packages);
  }

  /** What a class is; one that was not read is what its name tells. */
  RoleAssignment of(String name) {
    RoleAssignment known = found.get(name);
    if (known == null) {
      known = find(name);
      found.put(name, known);
    }
    return known;
  }

  /** Whether a port stands in the domain, so that the domain may use it. */
  boolean isPortOfTheDomain(String name) {
    of(name);
    return portsOfTheDomain.contains(name);
  }

  private RoleAssignment find(String name) {
    ClassInfo info = types.find(name);
    List<Evidence> evidence = new ArrayList<>();
    Set<Block> blocks = blocks(name, info, evidence);
    Map<Role, String> told = new LinkedHashMap<>();
    ownRoles(info, told, evidence);
    Optional<RoleAssignment> around = around(name, info);
    if (told.isEmpty() && around.isPresent()) {
      return inside(name, info, around.get(), blocks, evidence);
    }
    if (told.isEmpty()) {
      packageAnnotation(name, told, evidence);
    }
    if (around.isPresent()) {
      told.putIfAbsent(around.get().role(), around.get().adapter());
    } else {
      layoutRoles(name, info, told, evidence);
    }
    impliedRole(blocks, told, evidence);
    return assignment(name, info, told, blocks, evidence);
  }

  private RoleAssignment inside(
      String name,
      @Nullable ClassInfo info,
      RoleAssignment around,
      Set<Block> blocks,
      List<Evidence> evidence) {
    evidence.add(
        new Evidence(Source.ENCLOSING, around.role().text(), "stands in " + around.className()));
    if (portsOfTheDomain.contains(around.className())) {
      portsOfTheDomain.add(name);
    }
    return new RoleAssignment(
        name,
        around.role(),
        around.context(),
        around.adapter(),
        new TreeSet<>(blocks),
        evidence,
        place(name, info));
  }

  private RoleAssignment assignment(
      String name,
      @Nullable ClassInfo info,
      Map<Role, String> told,
      Set<Block> blocks,
      List<Evidence> evidence) {
    Role role =
        told.isEmpty() ? Role.UNASSIGNED : RolePairs.together(told.keySet()).orElse(Role.AMBIGUOUS);
    if (role.isPort() && told.keySet().stream().anyMatch(Role::isDomain)) {
      portsOfTheDomain.add(name);
    }
    if (!role.isInside()) {
      blocks.removeIf(block -> isToldByNameAlone(block, evidence));
    }
    String adapter = told.values().stream().filter(one -> !one.isEmpty()).findFirst().orElse("");
    String context =
        role == Role.SHARED_KERNEL ? layout.sharedKernel() : contexts.of(name, info, evidence);
    return new RoleAssignment(
        name,
        role,
        context,
        role.isAdapter() ? adapter : "",
        new TreeSet<>(blocks),
        evidence,
        place(name, info));
  }

  /** A store's own interface may be named as the repository that it serves. */
  private static boolean isToldByNameAlone(Block block, List<Evidence> evidence) {
    return evidence.stream()
        .filter(one -> one.says().equals(block.text()))
        .allMatch(one -> one.text().startsWith(Matcher.Kind.NAMES.key() + " "));
  }

  private static SourcePlace place(String name, @Nullable ClassInfo info) {
    return info == null
        ? new SourcePlace(name.replace('.', '/') + ".java", 1)
        : new SourcePlace(info.sourcePath(), info.line());
  }

  private Optional<RoleAssignment> around(String name, @Nullable ClassInfo info) {
    if (info != null) {
      return info.enclosing().isEmpty() || info.enclosing().length() >= name.length()
          ? Optional.empty()
          : Optional.of(of(info.enclosing()));
    }
    int end = name.indexOf('$');
    return end > 0 ? Optional.of(of(name.substring(0, end))) : Optional.empty();
  }

  private void ownRoles(@Nullable ClassInfo info, Map<Role, String> told, List<Evidence> evidence) {
    if (info == null) {
      return;
    }
    for (AnnotationInfo one : info.annotations()) {
      Stereotypes.Said<Role> said = Stereotypes.said(one, Stereotypes.ROLES, types);
      if (said != null) {
        told.put(said.what(), packages.belowRoot(info.packageName()));
        evidence.add(new Evidence(Source.ANNOTATION, said.what().text(), said.text()));
      } else if (one.simpleName().equals("Generated")) {
        told.put(Role.GENERATED, "");
        evidence.add(new Evidence(Source.ANNOTATION, Role.GENERATED.text(), "@" + one.type()));
      }
    }
    for (OfRole entry : layout.roles()) {
      if (entry.matcher().kind() == Matcher.Kind.TYPES
          && entry.matcher().pattern().equals(info.name())) {
        told.put(entry.role(), entry.adapter());
        evidence.add(new Evidence(Source.LAYOUT, entry.role().text(), entry.matcher().text()));
      }
    }
  }

  /** The nearest package outward that says a role. */
  private void packageAnnotation(String name, Map<Role, String> told, List<Evidence> evidence) {
    String packageName = Names.packageOf(name);
    while (!packageName.isEmpty() && told.isEmpty()) {
      ClassInfo info = packageInfos.get(packageName);
      for (AnnotationInfo one : info == null ? List.<AnnotationInfo>of() : info.annotations()) {
        Stereotypes.Said<Role> said = Stereotypes.said(one, Stereotypes.ROLES, types);
        if (said != null) {
          told.put(said.what(), packages.belowRoot(packageName));
          String text = said.text() + " on package " + packageName;
          evidence.add(new Evidence(Source.ANNOTATION, said.what().text(), text));
        }
      }
      packageName = Names.packageOf(packageName);
    }
  }

  private void layoutRoles(
      String name, @Nullable ClassInfo info, Map<Role, String> told, List<Evidence> evidence) {
    boolean byName = evidence.stream().anyMatch(one -> one.text().startsWith("types "));
    if (byName) {
      return;
    }
    for (PackageRoles.Told one : packages.rolesOf(Names.packageOf(name))) {
      told.merge(one.role(), one.name(), (before, now) -> now.isEmpty() ? before : now);
      evidence.add(new Evidence(Source.LAYOUT, one.role().text(), one.text()));
    }
    for (OfRole entry : layout.roles()) {
      Matcher matcher = entry.matcher();
      boolean flat =
          matcher.kind() != Matcher.Kind.PACKAGES && matcher.kind() != Matcher.Kind.TYPES;
      if (flat && matcher.fits(name, info, types)) {
        told.putIfAbsent(entry.role(), entry.adapter());
        evidence.add(new Evidence(Source.LAYOUT, entry.role().text(), matcher.text()));
      }
    }
  }

  private static void impliedRole(
      Set<Block> blocks, Map<Role, String> told, List<Evidence> evidence) {
    boolean implied = blocks.stream().anyMatch(OF_THE_DOMAIN::contains);
    boolean onlyValues = !blocks.contains(Block.AGGREGATE_ROOT) && !blocks.contains(Block.ENTITY);
    boolean besideApplication =
        told.containsKey(Role.APPLICATION) || told.keySet().stream().anyMatch(Role::isPort);
    boolean settled = told.keySet().stream().anyMatch(Role::isDomain);
    if (implied && !settled && !(onlyValues && besideApplication)) {
      told.put(Role.DOMAIN, "");
      String text = "is a " + blocks.iterator().next().text();
      evidence.add(new Evidence(Source.ANNOTATION, Role.DOMAIN.text(), text));
    }
  }

  private Set<Block> blocks(String name, @Nullable ClassInfo info, List<Evidence> evidence) {
    Set<Block> blocks = new TreeSet<>();
    if (info == null) {
      // Of a class that was not read the name alone is known.
      layoutBlocks(name, null, blocks, evidence);
      return blocks;
    }
    for (AnnotationInfo one : info.annotations()) {
      Stereotypes.Said<Block> said = Stereotypes.said(one, Stereotypes.BLOCKS, types);
      // An annotation that stands for a building block is none itself.
      if (said != null && !info.isAnnotation() && blocks.add(said.what())) {
        evidence.add(new Evidence(Source.ANNOTATION, said.what().text(), said.text()));
      }
    }
    for (String parent : types.supertypesOf(name)) {
      Block block = Stereotypes.BLOCK_TYPES.get(parent);
      if (block != null && !parent.equals(name) && blocks.add(block)) {
        evidence.add(new Evidence(Source.TYPE, block.text(), "is a " + parent));
      }
    }
    boolean extended = info.isInterface() && types.isAssignable(name, Stereotypes.REPOSITORY_TYPE);
    if (extended || info.interfaces().contains(Stereotypes.REPOSITORY_TYPE)) {
      blocks.add(Block.REPOSITORY);
      evidence.add(
          new Evidence(
              Source.TYPE, Block.REPOSITORY.text(), "is a " + Stereotypes.REPOSITORY_TYPE));
    }
    layoutBlocks(name, info, blocks, evidence);
    if (blocks.contains(Block.AGGREGATE_ROOT)) {
      blocks.remove(Block.ENTITY);
    }
    return blocks;
  }

  private void layoutBlocks(
      String name, @Nullable ClassInfo info, Set<Block> blocks, List<Evidence> evidence) {
    for (OfBlock entry : layout.blocks()) {
      boolean fits = !entry.only() || (blocks.contains(Block.VALUE_OBJECT) && isRecord(info));
      if (fits && entry.matcher().fits(name, info, types) && isSuch(entry, info, blocks)) {
        if (blocks.add(entry.block())) {
          evidence.add(new Evidence(Source.LAYOUT, entry.block().text(), entry.matcher().text()));
        }
      }
    }
  }

  private static boolean isRecord(@Nullable ClassInfo info) {
    return info != null && info.isRecord();
  }

  /** Names alone make no repository of a class, and no id of an aggregate. */
  private static boolean isSuch(OfBlock entry, @Nullable ClassInfo info, Set<Block> blocks) {
    if (entry.matcher().kind() != Matcher.Kind.NAMES) {
      return true;
    }
    return switch (entry.block()) {
      case REPOSITORY -> info == null || info.isInterface();
      case IDENTIFIER -> !blocks.contains(Block.AGGREGATE_ROOT) && !blocks.contains(Block.ENTITY);
      case AGGREGATE_ROOT,
          ENTITY,
          VALUE_OBJECT,
          DOMAIN_EVENT,
          FACTORY,
          DOMAIN_SERVICE,
          TRANSLATOR ->
          true;
    };
  }
}
