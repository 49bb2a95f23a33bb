package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;

/** What most networks were trained with. */
public enum Preset {
    TORCHVISION("app.preset.torchvision") {
        @Override
        Preprocessing preprocessing() {
            return Preprocessing.torch(Source.OPTION);
        }
    },
    CAFFE("app.preset.caffe") {
        @Override
        Preprocessing preprocessing() {
            return Preprocessing.caffe(Source.OPTION);
        }
    },
    UNIT("app.preset.unit") {
        @Override
        Preprocessing preprocessing() {
            return Preprocessing.unit(Channels.RGB, Source.OPTION);
        }
    },
    SIGNED("app.preset.signed") {
        @Override
        Preprocessing preprocessing() {
            float half = 127.5f;
            return Preprocessing.of(
                    Channels.RGB,
                    new float[] {half, half, half},
                    new float[] {1 / half, 1 / half, 1 / half},
                    Source.OPTION);
        }
    },
    GREY("app.preset.grey") {
        @Override
        Preprocessing preprocessing() {
            return Preprocessing.unit(Channels.GREY, Source.OPTION);
        }
    };

    private final String key;

    Preset(String key) {
        this.key = key;
    }

    /** For a button. */
    public String title() {
        return say(key);
    }

    abstract Preprocessing preprocessing();
}
