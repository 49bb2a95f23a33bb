package org.zfscope.viz.index;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.PackedPictures;

/** The pictures as JSON, {@code [[path, class], ...]}: a million are written and read without being there as objects. */
final class PicturesJson {

    private PicturesJson() {}

    static Module module() {
        return new SimpleModule()
                .addSerializer(PackedPictures.class, new Writing())
                .addDeserializer(PackedPictures.class, new Reading());
    }

    private static final class Writing extends StdSerializer<PackedPictures> {

        Writing() {
            super(PackedPictures.class);
        }

        @Override
        public void serialize(PackedPictures pictures, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeStartArray();
            for (Dataset.Item picture : pictures) {
                out.writeStartArray();
                out.writeString(picture.path());
                out.writeString(picture.label());
                out.writeEndArray();
            }
            out.writeEndArray();
        }
    }

    private static final class Reading extends StdDeserializer<PackedPictures> {

        Reading() {
            super(PackedPictures.class);
        }

        @Override
        public PackedPictures deserialize(JsonParser in, DeserializationContext context) throws IOException {
            PackedPictures.Packer packer = new PackedPictures.Packer();
            expect(in.currentToken(), JsonToken.START_ARRAY);
            while (in.nextToken() == JsonToken.START_ARRAY) {
                packer.add(new Dataset.Item(text(in), text(in)));
                expect(in.nextToken(), JsonToken.END_ARRAY);
            }
            expect(in.currentToken(), JsonToken.END_ARRAY);
            return packer.packed();
        }

        private static String text(JsonParser in) throws IOException {
            expect(in.nextToken(), JsonToken.VALUE_STRING);
            return in.getText();
        }

        private static void expect(JsonToken found, JsonToken expected) {
            if (found != expected) {
                throw new IllegalArgumentException(say("viz.pictures-json.token", expected, found));
            }
        }
    }
}
