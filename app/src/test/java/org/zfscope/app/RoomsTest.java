package org.zfscope.app;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The order of the rooms: each may be used by those above it only, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "org.zfscope", importOptions = ArchitectureTest.ProgramOnly.class)
class RoomsTest {

    private static final String MODELS = "org.zfscope.models.";
    private static final String VIZ = "org.zfscope.viz.";

    @ArchTest
    static final ArchRule MODELS_FROM_NUMBERS_TO_OPENING = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.zfscope.models..")
            .layer("tensor")
            .definedBy(MODELS + "tensor")
            .layer("io")
            .definedBy(MODELS + "io")
            .layer("image")
            .definedBy(MODELS + "image")
            .layer("compute")
            .definedBy(MODELS + "compute..")
            .layer("layer")
            .definedBy(MODELS + "layer")
            .layer("network")
            .definedBy("org.zfscope.models")
            .layer("load")
            .definedBy(MODELS + "load..")
            .layer("zoo")
            .definedBy(MODELS + "zoo..")
            .layer("pull")
            .definedBy(MODELS + "pull")
            .layer("train")
            .definedBy(MODELS + "train")
            .layer("open")
            .definedBy(MODELS + "open")
            .whereLayer("open")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("train")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("pull")
            .mayOnlyBeAccessedByLayers("open")
            .whereLayer("zoo")
            .mayOnlyBeAccessedByLayers("open", "train", "load")
            .whereLayer("load")
            .mayOnlyBeAccessedByLayers("open", "train", "zoo")
            .whereLayer("network")
            .mayOnlyBeAccessedByLayers("load", "zoo", "pull", "train", "open")
            .whereLayer("layer")
            .mayOnlyBeAccessedByLayers("network", "load", "zoo", "train", "open")
            .whereLayer("image")
            .mayOnlyBeAccessedByLayers("network", "load", "zoo", "train", "open")
            .whereLayer("compute")
            .mayOnlyBeAccessedByLayers("layer", "network", "load", "zoo", "train", "open")
            .because("whoever reads models starts at the bottom and never has to look up");

    @ArchTest
    static final ArchRule FROM_NUMBERS_TO_EXHIBITS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.zfscope.viz..")
            .layer("deconv")
            .definedBy(VIZ + "deconv")
            .layer("viz")
            .definedBy("org.zfscope.viz")
            .layer("analysis")
            .definedBy(VIZ + "analysis")
            .layer("index")
            .definedBy(VIZ + "index")
            .layer("render")
            .definedBy(VIZ + "render")
            .layer("figure")
            .definedBy(VIZ + "figure")
            .layer("exhibit")
            .definedBy(VIZ + "exhibit")
            .whereLayer("exhibit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("figure")
            .mayOnlyBeAccessedByLayers("exhibit")
            .whereLayer("render")
            .mayOnlyBeAccessedByLayers("figure", "exhibit")
            .whereLayer("analysis")
            .mayOnlyBeAccessedByLayers("index", "figure", "exhibit")
            .whereLayer("index")
            .mayOnlyBeAccessedByLayers("figure", "exhibit")
            .whereLayer("deconv")
            .mayOnlyBeAccessedByLayers("viz", "analysis", "figure", "exhibit")
            .because("analysis computes, figure draws, exhibit answers");
}
