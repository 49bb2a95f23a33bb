package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

/** The menus of the window, in their order. */
enum Menus {
    FILE,
    EDIT,
    VIEW,
    NETWORK,
    EXPERIMENT,
    HELP;

    String title() {
        return switch (this) {
            case FILE -> say("app.menus.file");
            case EDIT -> say("app.menus.edit");
            case VIEW -> say("app.menus.view");
            case NETWORK -> say("app.menus.network");
            case EXPERIMENT -> say("app.menus.experiment");
            case HELP -> say("app.menus.help");
        };
    }
}
