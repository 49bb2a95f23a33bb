package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.InputPreview;
import org.zfscope.app.task.Executor;
import org.zfscope.models.Network;
import org.zfscope.models.PicturePart;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;

/** How pictures become the network's input: who says so, another way to try, and at once what the network would get. */
public final class InputSettings {

    private final Executor executor;
    private final Engine engine;
    private final Inspector inspector;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<Channels> channels = new SimpleObjectProperty<>(Channels.RGB);
    private final ObjectProperty<Fit> fit = new SimpleObjectProperty<>(Fit.CROP);
    private final StringProperty shortSide = new SimpleStringProperty("0");
    private final StringProperty mean = new SimpleStringProperty("");
    private final StringProperty scale = new SimpleStringProperty("1");
    private final StringProperty part = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<RgbImage>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RgbImage>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean filling;

    InputSettings(Executor executor, Engine engine, Inspector inspector) {
        this.executor = executor;
        this.engine = engine;
        this.inspector = inspector;
        InvalidationListener look = typed -> look();
        channels.addListener((all, before, now) -> reorder(before, now));
        fit.addListener(look);
        shortSide.addListener(look);
        mean.addListener(look);
        scale.addListener(look);
        part.addListener(look);
        open.addListener((all, before, now) -> begin());
        inspector.results().network().addListener((all, before, now) -> begin());
        inspector.choices().picture().addListener(look);
    }

    private Optional<Network> network() {
        return inspector.results().network().get();
    }

    /** Shows what counts now. */
    private void begin() {
        if (!open.get()) {
            return;
        }
        if (network().isEmpty()) {
            open.set(false);
            inspector.tell(new InputException(say("app.input-settings.no-network")));
            return;
        }
        Preprocessing how = network().get().preprocessing();
        source.set(say("app.input-settings.source", how.source().explanation()));
        fill(how);
    }

    /** Each colour keeps its own numbers. */
    private void reorder(Channels before, Channels now) {
        if (!filling && before.count() == now.count()) {
            filling = true;
            try {
                mean.set(PreprocessingText.reversed(mean.get()));
                scale.set(PreprocessingText.reversed(scale.get()));
            } finally {
                filling = false;
            }
        }
        look();
    }

    private void fill(Preprocessing how) {
        PreprocessingText text = PreprocessingText.of(how);
        filling = true;
        try {
            channels.set(text.channels());
            fit.set(text.fit());
            shortSide.set(text.shortSide());
            mean.set(text.mean());
            scale.set(text.scale());
            part.set(text.part());
        } finally {
            filling = false;
        }
        look();
    }

    /** What is typed and chosen now. */
    private Preprocessing chosen(Network network) {
        Preprocessing how = new PreprocessingText(
                        channels.get(), fit.get(), shortSide.get(), mean.get(), scale.get(), part.get())
                .parsed(network.preprocessing());
        if (how.channels().count() != network.input().channels()) {
            throw new InputException(
                    say("app.input-settings.channels", network.input().channels(), how.channels()));
        }
        return how;
    }

    /** Works out what the network would get, beside everything else. */
    private void look() {
        Optional<ModelSource> model = inspector.choices().model().get();
        if (filling || !open.get() || network().isEmpty() || model.isEmpty()) {
            return;
        }
        try {
            Preprocessing how = chosen(network().get());
            Optional<Path> picture = inspector.choices().picture().get();
            if (picture.isEmpty()) {
                nothing(say("app.input-settings.no-picture"));
                return;
            }
            executor.errand(
                    ticket -> {
                        InputPreview made = InputPreview.of(engine, model.get(), picture.get(), how);
                        ticket.hand(() -> show(made));
                    },
                    failure -> nothing(Message.of(failure).text()));
        } catch (InputException e) {
            nothing(e.message());
        }
    }

    private void nothing(String why) {
        preview.set(Optional.empty());
        says.set(why);
    }

    private void show(InputPreview made) {
        preview.set(Optional.of(made.painted()));
        picture.set(Optional.of(made.picture()));
        says.set(made.channels().stream()
                .map(range -> say(
                        "app.input-settings.range", number(range.least()), number(range.mean()), number(range.most())))
                .collect(Collectors.joining("\n")));
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** Looks at all pictures in that way from now on. */
    public void use() {
        change(network -> Optional.of(chosen(network)));
    }

    /** Lets the model decide again. */
    public void leaveToModel() {
        change(network -> Optional.empty());
    }

    private void change(java.util.function.Function<Network, Optional<Preprocessing>> choice) {
        if (network().isEmpty() || inspector.choices().model().get().isEmpty()) {
            return;
        }
        try {
            Optional<Preprocessing> how = choice.apply(network().get());
            ModelSource model = inspector.choices().model().get().get();
            inspector.choices().model().set(Optional.of(model.withPictures(how)));
            open.set(false);
        } catch (InputException e) {
            nothing(e.message());
        }
    }

    /** Fills in what many networks were trained with; how pictures are cut stays. */
    public void preset(Preset preset) {
        Preprocessing how = preset.preprocessing();
        PreprocessingText text = PreprocessingText.of(how);
        filling = true;
        try {
            channels.set(text.channels());
            mean.set(text.mean());
            scale.set(text.scale());
        } finally {
            filling = false;
        }
        look();
    }

    /** Whether the settings are shown. */
    public BooleanProperty open() {
        return open;
    }

    public ObjectProperty<Channels> channels() {
        return channels;
    }

    public ObjectProperty<Fit> fit() {
        return fit;
    }

    /** 0 where the shorter side becomes as long as the input's. */
    public StringProperty shortSide() {
        return shortSide;
    }

    /** What is subtracted; empty for the model's own mean picture. */
    public StringProperty mean() {
        return mean;
    }

    /** What values are multiplied by then. */
    public StringProperty scale() {
        return scale;
    }

    /** Top, left, bottom and right of what is looked at of pictures, in hundredths; empty for all. */
    public StringProperty part() {
        return part;
    }

    /** The same, as a part; all while it cannot be read. */
    public PicturePart chosenPart() {
        try {
            return part.get().isBlank() ? PicturePart.WHOLE : PicturePart.parse(part.get());
        } catch (IllegalArgumentException e) {
            return PicturePart.WHOLE;
        }
    }

    /** The picture before anything is done to it, small. */
    public ReadOnlyObjectProperty<Optional<RgbImage>> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Who says how it is done now. */
    public ReadOnlyStringProperty source() {
        return source.getReadOnlyProperty();
    }

    /** The input's numbers, channel by channel; or why there is none. */
    public ReadOnlyStringProperty says() {
        return says.getReadOnlyProperty();
    }

    /** The input painted. */
    public ReadOnlyObjectProperty<Optional<RgbImage>> preview() {
        return preview.getReadOnlyProperty();
    }
}
