package org.zfscope.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.concurrent.Executors;

/** What keeps the parts apart; docs/architecture.md draws it. */
@AnalyzeClasses(packages = "org.zfscope", importOptions = ArchitectureTest.ProgramOnly.class)
class ArchitectureTest {

    /** Leaves out the tests, also those of other modules. */
    static final class ProgramOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes") && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("org.zfscope.(**)")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to start at the bottom");

    @ArchTest
    static final ArchRule ONLY_THE_APP_KNOWS_JAVAFX = noClasses()
            .that()
            .resideOutsideOfPackage("org.zfscope.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..")
            .because("the command line must run where there is no screen");

    @ArchTest
    static final ArchRule ONLY_THE_CLUSTER_KNOWS_SPARK = noClasses()
            .that()
            .resideOutsideOfPackage("org.zfscope.cluster..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..", "org.zfscope.cluster..")
            .because("the desktop program must not carry 180 MB of Spark");

    @ArchTest
    static final ArchRule FRONT_ENDS_NEVER_TOUCH_NATIVE_ARRAYS = noClasses()
            .that()
            .resideInAnyPackage("org.zfscope.app..", "org.zfscope.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..")
            .because("whoever touches native memory must close it, and that is the engine's business");

    /** {@code shade} has what ND4J carries of other libraries: here, the classes of the ONNX format. */
    private static final DescribedPredicate<JavaClass> ND4J = resideInAnyPackage("org.nd4j..", "org.bytedeco..")
            .and(not(resideInAPackage("org.nd4j.shade..")))
            .as("classes of ND4J and JavaCPP");

    private static final DescribedPredicate<JavaClass> ND4J_ITSELF =
            resideInAnyPackage("org.nd4j..", "org.zfscope.models.compute.nd4j..");

    @ArchTest
    static final ArchRule NATIVE_ARRAYS_STAY_BEHIND_THE_SEAM = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.zfscope.models.compute..",
                    "org.zfscope.models.train..",
                    "org.zfscope.models.load.dl4j..",
                    "org.zfscope.models.zoo..",
                    "org.zfscope.benchmarks..")
            .should()
            .dependOnClassesThat(ND4J)
            .because(
                    "layers and steps say what is computed, an engine knows how; only what works with DL4J has its arrays");

    @ArchTest
    static final ArchRule THE_SEAM_ITSELF_KNOWS_NO_ENGINE = noClasses()
            .that()
            .resideInAPackage("org.zfscope.models.compute")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.zfscope.models.compute.*..")
            .because("what stands there must hold for every engine");

    @ArchTest
    static final ArchRule ONEDNN_IS_ITS_ENGINE_S_BUSINESS = noClasses()
            .that()
            .resideOutsideOfPackages("org.zfscope.models.compute.onednn..", "org.zfscope.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco.dnnl..")
            .because("layouts, primitives and prepared filters are never seen above an engine");

    @ArchTest
    static final ArchRule ENGINES_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("org.zfscope.models.compute.onednn..")
            .should()
            .dependOnClassesThat(ND4J_ITSELF)
            .because("a network that runs on oneDNN must not load ND4J");

    @ArchTest
    static final ArchRule DL4J_IS_FOR_ITS_FILES_AND_FOR_TRAINING = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.zfscope.models.train..",
                    "org.zfscope.models.load.dl4j..",
                    "org.zfscope.models.zoo..",
                    "org.zfscope.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.deeplearning4j..")
            .because("networks are our own layers once they are loaded");

    @ArchTest
    static final ArchRule THE_ONNX_FORMAT_IS_KNOWN_TO_ITS_LOADER_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("org.zfscope.models.load.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("onnx..", "org.nd4j.shade..")
            .because("networks are our own layers once they are loaded");

    @ArchTest
    static final ArchRule ENGINES_ARE_CHOSEN_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.zfscope.models.compute..",
                    "org.zfscope.models.train..",
                    "org.zfscope.models.load.dl4j..",
                    "org.zfscope.benchmarks..")
            .and()
            .haveNameNotMatching("org\\.zfscope\\.models\\.Engines(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.zfscope.models.compute.*..")
            .because("everybody else works with any engine; what meets DL4J's arrays crosses by Native");

    @ArchTest
    static final ArchRule PIXELS_ARE_DECODED_AND_ENCODED_IN_TWO_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages("org.zfscope.models.image..", "org.zfscope.viz.render..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..")
            .because("pictures are RgbImage everywhere else");

    @ArchTest
    static final ArchRule THREADS_START_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("org.zfscope.app.task..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Executors.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .because("one compute thread is what keeps the window from freezing and results from racing");

    @ArchTest
    static final ArchRule VIEW_MODELS_NEED_NO_TOOLKIT = noClasses()
            .that()
            .resideInAPackage("org.zfscope.app.viewmodel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("they are tested without a screen");

    /** What the panes show, and the choices that their controls offer. */
    private static final Set<String> SHOWN = Set.of(
            "RgbImage",
            "Window",
            "Tile",
            "Score",
            "Method",
            "Seed",
            "ReluRule",
            "LrnRule",
            "GateRule",
            "Shared",
            "Side",
            "Catalogue",
            "Experiment",
            "Knob",
            "Movement",
            "PicturePart",
            "FigureFormat",
            "StepDown",
            "TopHit",
            "Channels",
            "Fit",
            "LayerExhibit");

    private static final DescribedPredicate<JavaClass> BEYOND_THE_VIEW_MODEL = resideInAnyPackage(
                    "org.zfscope.app.engine..", "org.zfscope.models..", "org.zfscope.viz..")
            .and(DescribedPredicate.describe(
                    "other than what is shown",
                    c -> !SHOWN.contains(c.getSimpleName())
                            && !c.getPackageName().equals("org.zfscope.models.words")
                            && !c.getSimpleName().endsWith("Sheet")))
            .as("what lies beyond the view model, other than what is shown");

    @ArchTest
    static final ArchRule THE_VIEW_GOES_NO_FURTHER_THAN_ITS_VIEW_MODEL = noClasses()
            .that()
            .resideInAPackage("org.zfscope.app.view..")
            .should()
            .dependOnClassesThat(BEYOND_THE_VIEW_MODEL)
            .because("a pane that worked something out could not be tested without a screen");

    @ArchTest
    static final ArchRule FIGURES_ONLY_DRAW = noClasses()
            .that()
            .resideInAPackage("org.zfscope.viz.figure..")
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("forward")))
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("Projector")
            .because("analyses run networks; what they find must be there without being drawn");

    @ArchTest
    static final ArchRule ANALYSES_DO_NOT_DRAW = noClasses()
            .that()
            .resideInAPackage("org.zfscope.viz.analysis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.zfscope.viz.render..", "org.zfscope.viz.figure..")
            .because("numbers must be there without being drawn");
}
