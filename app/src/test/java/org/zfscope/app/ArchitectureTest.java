package org.zfscope.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
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
    static final ArchRule FRONT_ENDS_NEVER_TOUCH_NATIVE_ARRAYS = noClasses()
            .that()
            .resideInAnyPackage("org.zfscope.app..", "org.zfscope.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..")
            .because("whoever touches native memory must close it, and that is the engine's business");

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
}
