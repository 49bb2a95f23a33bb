package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.MovedPicture;
import org.zfscope.app.engine.Situation;
import org.zfscope.app.task.Executor;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Movement;

/** The picture that is moved, as the network sees it: step by step by hand, or as a film. */
public final class Motion {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(80);

    private final Executor executor;
    private final Engine engine;
    private final Inspector inspector;
    private final Supplier<Optional<Situation>> situation;
    private final ObjectProperty<Movement> movement = new SimpleObjectProperty<>(Movement.ROTATION);
    private final DoubleProperty share = new SimpleDoubleProperty();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<RgbImage>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private Optional<MovedPicture> wanted = Optional.empty();
    private boolean drawing;
    private boolean open;
    private long shownAt;

    Motion(Executor executor, Engine engine, Inspector inspector, Supplier<Optional<Situation>> situation) {
        this.executor = executor;
        this.engine = engine;
        this.inspector = inspector;
        this.situation = situation;
        InvalidationListener changed = choice -> look(open);
        movement.addListener(changed);
        share.addListener(changed);
    }

    /** How pictures are moved. */
    public ObjectProperty<Movement> movement() {
        return movement;
    }

    /** Which of the amounts, from 0, the first, to 1, the last. */
    public DoubleProperty share() {
        return share;
    }

    /** Whether it goes on by itself. */
    public BooleanProperty playing() {
        return playing;
    }

    /** Brings the picture up to date; only while somebody looks. */
    void look(boolean now) {
        open = now;
        playing.set(playing.get() && now);
        Optional<MovedPicture> before = wanted;
        wanted = open ? situation.get().flatMap(this::moved) : Optional.empty();
        if (!wanted.equals(before)) {
            draw();
        }
    }

    private Optional<MovedPicture> moved(Situation from) {
        try {
            List<Double> amounts = MovedPicture.amounts(from, movement.get());
            double amount = amounts.get((int) Math.round(share.get() * (amounts.size() - 1)));
            return Optional.of(MovedPicture.of(from, movement.get(), amount));
        } catch (InputException e) {
            return Optional.empty(); // the pane says why
        }
    }

    /** One picture at a time; what is wanted meanwhile comes after it. */
    private void draw() {
        if (wanted.isEmpty()) {
            picture.set(Optional.empty());
            says.set("");
        } else if (!drawing) {
            drawing = true;
            MovedPicture next = wanted.get();
            executor.errand(
                    ticket -> {
                        RgbImage drawn = next.draw(engine);
                        ticket.hand(() -> show(next, drawn));
                    },
                    failure -> {
                        drawing = false;
                        inspector.tell(failure);
                    });
        }
    }

    private void show(MovedPicture next, RgbImage drawn) {
        drawing = false;
        shownAt = System.nanoTime();
        picture.set(Optional.of(drawn));
        says.set(words(next.movement(), next.amount()));
        if (!wanted.equals(Optional.of(next))) {
            draw();
        }
    }

    private static String words(Movement movement, double amount) {
        String number = Quantities.fixed(amount, amount == Math.rint(amount) ? 0 : 2);
        return switch (movement) {
            case TRANSLATION -> say("app.motion.pixels", number);
            case SCALE -> say("app.motion.times", number);
            case ROTATION -> say("app.motion.degrees", number);
        };
    }

    /** While it plays: the next picture, if the last one has been seen long enough. */
    public void tick() {
        if (playing.get() && !drawing && System.nanoTime() - shownAt > PAUSE) {
            int last = situation
                    .get()
                    .map(from -> MovedPicture.amounts(from, movement.get()).size() - 1)
                    .orElse(0);
            long at = Math.round(share.get() * last);
            share.set(last == 0 || at >= last ? 0 : (at + 1.0) / last);
        }
    }

    /** As the network sees it. */
    public ReadOnlyObjectProperty<Optional<RgbImage>> picture() {
        return picture.getReadOnlyProperty();
    }

    /** By how much it is moved. */
    public ReadOnlyStringProperty says() {
        return says.getReadOnlyProperty();
    }
}
