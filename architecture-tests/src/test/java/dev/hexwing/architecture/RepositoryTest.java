package dev.hexwing.architecture;

import dev.hexwing.architecture.junit.ArchitectureOf;
import dev.hexwing.architecture.junit.ArchitectureRules;
import org.junit.jupiter.api.DisplayName;

@DisplayName("This repository keeps its house in order")
@ArchitectureOf(packages = "dev.hexwing", layout = "architecture.yaml")
class RepositoryTest implements ArchitectureRules {}
