package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.zfscope.app.live.Fetch;
import org.zfscope.app.live.Found;
import org.zfscope.app.live.FrameStream;
import org.zfscope.app.task.Executor;
import org.zfscope.models.image.RgbImage;

/** Pictures that come without a file: pixels that another program hands over, and what links lead to. */
final class Incoming {

    private final Executor executor;
    private final Inspector inspector;
    private final Jobs jobs;
    private final FilmStrip pictures;
    private final Live live;
    private final IncomingFiles files = new IncomingFiles();

    Incoming(Executor executor, Inspector inspector, Jobs jobs, FilmStrip pictures, Live live) {
        this.executor = executor;
        this.inspector = inspector;
        this.jobs = jobs;
        this.pictures = pictures;
        this.live = live;
    }

    /** Shows pixels; a link to the image joins their provenance. */
    void take(RgbImage pixels, Offer.Way way, Optional<String> link) {
        show(() -> files.keep(pixels, way, link.filter(FrameStream::isAddress)));
    }

    /** Shows the first of these links that leads to a picture, or plays it if it leads to a stream. */
    void fetch(List<String> links, Consumer<String> remember) {
        jobs.outside(say("app.incoming.fetching-kb", Fetch.name(links.get(0))), ticket -> {
            Found found = Fetch.USUAL.first(links, ticket);
            ticket.hand(() -> {
                found.address().ifPresent(remember);
                if (found instanceof Found.Picture picture) {
                    show(() -> files.keep(picture.file(), picture.name()));
                } else {
                    found.address().ifPresent(live::play);
                }
            });
        });
    }

    private void show(Supplier<Path> kept) {
        executor.errand(
                ticket -> {
                    Path file = kept.get();
                    ticket.hand(() -> {
                        live.leaveStream();
                        pictures.show(file);
                    });
                },
                inspector::tell);
    }
}
