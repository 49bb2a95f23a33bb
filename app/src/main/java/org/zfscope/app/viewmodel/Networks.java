package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.app.task.Ticket;
import org.zfscope.models.io.InputException;
import org.zfscope.models.open.Models;
import org.zfscope.models.open.Shelf;
import org.zfscope.models.pull.Megabytes;
import org.zfscope.models.pull.Offer;
import org.zfscope.models.pull.Offers;
import org.zfscope.models.pull.Pull;

/** The networks that have names: opens them, and fetches trained ones, which goes on beside everything else. */
public final class Networks {

    private static final long KILO = 1000;

    private final Opening opening;
    private final Inspector inspector;
    private final Jobs jobs;

    Networks(Opening opening, Inspector inspector, Jobs jobs) {
        this.opening = opening;
        this.inspector = inspector;
        this.jobs = jobs;
    }

    /** As they are now: what was fetched is trained, and can still be had with random weights. */
    public List<KnownNetwork> all() {
        List<KnownNetwork> all = new ArrayList<>();
        try {
            Shelf.all().forEach(known -> add(known, all));
        } catch (InputException e) {
            inspector.tell(e);
        }
        return all;
    }

    private static void add(Shelf.Known known, List<KnownNetwork> all) {
        switch (known.state()) {
            case BUNDLED -> all.add(opened(known.name()));
            case RANDOM -> all.add(opened(Models.RANDOM + known.name()));
            case FETCHED -> all.add(opened(known.name()));
            case OFFERED ->
                all.add(new KnownNetwork(known.name(), title(known.offer().orElseThrow()), true));
        }
        if (known.random() && known.offer().isPresent()) {
            all.add(opened(Models.RANDOM + known.name()));
        }
    }

    private static KnownNetwork opened(String name) {
        return new KnownNetwork(name, Recent.title(name), false);
    }

    private static String title(Offer offer) {
        return say(
                offer.bytes().isPresent() ? "app.networks.fetch" : "app.networks.fetch-at-most",
                offer.name(),
                Megabytes.text(offer.limit()),
                offer.licence());
    }

    /** Opens it, after it was fetched if need be. */
    public void choose(KnownNetwork network) {
        if (network.fetch()) {
            Offers.named(network.name()).ifPresent(this::fetch);
        } else {
            opening.openModel(network.name());
        }
    }

    private void fetch(Offer offer) {
        inspector.message().set(java.util.Optional.empty());
        jobs.outside(say("app.networks.job", offer.name()), ticket -> {
            ticket.report(0, 0);
            Pull.usual().fetch(offer, (done, total) -> report(ticket, done, total), ticket::check);
            ticket.hand(() -> opening.openModel(offer.name()));
        });
    }

    private static void report(Ticket ticket, long done, long total) {
        ticket.check();
        ticket.report(done / KILO, total / KILO);
    }
}
