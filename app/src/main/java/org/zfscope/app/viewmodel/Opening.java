package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.zfscope.app.live.Fetch;
import org.zfscope.app.live.FrameStream;
import org.zfscope.app.task.Executor;
import org.zfscope.app.task.Ticket;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.PictureFolder;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;

/**
 * What comes in by drop, paste, dialog or from the list of recent files: pictures, folders of pictures, indexes, models,
 * live streams.
 */
public final class Opening {

    /** More pictures than anybody pages through. */
    static final int MOST_PICTURES = 10_000;

    /** How deep folders are searched. */
    private static final int DEPTH = 3;

    private record Sorted(
            List<Path> pictures,
            Optional<Path> folder,
            Optional<ModelSource> model,
            Optional<Path> index,
            Optional<Path> session,
            Optional<Path> stream) {}

    private final Executor executor;
    private final Inspector inspector;
    private final Incoming incoming;
    private final FilmStrip pictures;
    private final Live live;
    private final TopNine top;
    private final ScanPlan plan;
    private final Recent recent;
    private Consumer<Path> session = file -> {};

    Opening(
            Executor executor,
            Inspector inspector,
            Incoming incoming,
            FilmStrip pictures,
            Live live,
            TopNine top,
            ScanPlan plan) {
        this.recent = new Recent(inspector);
        this.executor = executor;
        this.incoming = incoming;
        this.inspector = inspector;
        this.pictures = pictures;
        this.live = live;
        this.top = top;
        this.plan = plan;
    }

    /** Pictures and network inputs are shown, folders searched for pictures, and everything else is taken for an index or a model. */
    public void open(List<Path> files) {
        executor.errand(
                ticket -> {
                    Sorted sorted = sort(files, ticket);
                    ticket.hand(() -> take(sorted, files));
                },
                inspector::tell);
    }

    /** Takes what another program hands over, in the form that says most: files, pixels, a link to an image, words. */
    public void take(Offer offer) {
        executor.errand(
                ticket -> {
                    boolean there = offer.files().stream().anyMatch(Files::exists);
                    List<String> links = offer.links();
                    ticket.hand(() -> take(offer, there, links));
                },
                inspector::tell);
    }

    private void take(Offer offer, boolean there, List<String> links) {
        if (there) {
            open(offer.files());
        } else if (offer.pixels().isPresent()) {
            incoming.take(offer.pixels().get(), offer.way(), links.stream().findFirst());
        } else if (!links.isEmpty()) {
            incoming.fetch(links, this::played);
        } else if (!offer.files().isEmpty()) {
            open(offer.files());
        } else if (offer.pixelsLost()) {
            inspector.tell(new InputException(say("app.opening.picture-came-only-part")));
        } else {
            offer.text().or(offer::address).ifPresent(this::openText);
        }
    }

    /** Opens the files that a text names, or fetches the picture or plays the stream whose address it is. */
    public void openText(String text) {
        if (Fetch.isLink(text)) {
            incoming.fetch(List.of(text.strip()), this::played);
            return;
        }
        executor.errand(
                ticket -> {
                    List<Path> files = PastedText.files(text);
                    ticket.hand(() -> open(files));
                },
                inspector::tell);
    }

    /** What the list of recent files names. */
    public void openAgain(String what) {
        if (Models.isName(what)) {
            openModel(what);
        } else if (FrameStream.isAddress(what)) {
            openText(what);
        } else {
            open(List.of(Path.of(what)));
        }
    }

    /** A file, or a network of the zoo by its name. */
    public void openModel(String model) {
        recent.ask(List.of(model));
        inspector.openModel(Models.source(model));
    }

    private void take(Sorted sorted, List<Path> files) {
        recent.ask(files.stream().map(Path::toString).toList());
        if (!sorted.pictures().isEmpty()) {
            live.leaveStream();
        }
        inspector.change(() -> {
            sorted.model().ifPresent(inspector::openModel);
            pictures.append(sorted.pictures());
        });
        sorted.folder().ifPresent(folder -> {
            plan.folder().set(folder.toString());
            recent.add(Recent.Kind.PICTURES, folder.toString());
        });
        sorted.index().ifPresent(top::open);
        sorted.session().ifPresent(session);
        sorted.stream().ifPresent(stream -> live.play(stream.toString()));
    }

    private void played(String address) {
        recent.add(Recent.Kind.PICTURES, address);
    }

    /** Takes the sessions that are opened. */
    void sessions(Consumer<Path> opens) {
        session = opens;
    }

    private static Sorted sort(List<Path> files, Ticket ticket) {
        List<Path> found = new ArrayList<>();
        Optional<Path> folder = Optional.empty();
        List<Path> models = new ArrayList<>();
        Optional<Path> index = Optional.empty();
        Optional<Path> session = Optional.empty();
        Optional<Path> stream = Optional.empty();
        for (Path file : files) {
            ticket.check();
            if (Files.isDirectory(file)) {
                folder = Optional.of(file);
                found.addAll(inside(file));
            } else if (FrameStream.isFile(file)) {
                stream = Optional.of(file);
            } else if (isPicture(file)) {
                found.add(file);
            } else if (SessionFile.isOne(file)) {
                session = Optional.of(file);
            } else if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
                index = Optional.of(file);
            } else {
                models.add(file);
            }
        }
        Optional<ModelSource> model = models.isEmpty() ? Optional.empty() : Optional.of(Models.together(models));
        return new Sorted(found, folder, model, index, session, stream);
    }

    private static boolean isPicture(Path file) {
        return NpyFiles.looksLikeNpy(file) || ImageFiles.looksLikePicture(file);
    }

    private static List<Path> inside(Path folder) {
        List<Path> found = PictureFolder.pictures(folder, DEPTH, MOST_PICTURES);
        if (found.isEmpty()) {
            throw InputException.in(folder, say("app.opening.holds-pictures-choose-folder"));
        }
        return found;
    }

    /** Whether a file is a net whose weights do not lie beside it, so that somebody has to say where they are. */
    public static boolean lacksWeights(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".prototxt")
                && Models.completed(ModelSource.ofFile(file)).weights().isEmpty();
    }

    /** What was open lately. */
    public Recent recent() {
        return recent;
    }
}
