#!/usr/bin/env bash
# jhdf 0.10.0 (Maven Central, io.jhdf:jhdf), the HDF5 reader that zfscope uses, and its writer, which the tests use.
# Guessed: a file with two groups, one of them empty, is written and read like any other.
# Seen: it is written without complaint, but the empty group's header is not where the file says: reading the root's children fails
# with "Object header v2 signature not matched", and the HDF5 library itself does not see the group. With a dataset in
# both groups, or with empty groups only, all is well. Keras writes an empty group for every layer without weights.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for artifact in io.jhdf:jhdf:0.10.0 org.slf4j:slf4j-api:1.7.36 org.apache.commons:commons-lang3:3.18.0; do
    mvn -q -B dependency:copy -Dartifact=$artifact -DoutputDirectory="$folder" >/dev/null
done
cat >"$folder/Groups.java" <<'JAVA'
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Files;
import java.nio.file.Path;

class Groups {
    public static void main(String[] arguments) throws Exception {
        System.out.println("full full: " + written(true, true));
        System.out.println("empty empty: " + written(false, false));
        System.out.println("full empty: " + written(true, false));
    }

    static String written(boolean first, boolean second) throws Exception {
        Path file = Files.createTempFile("groups", ".h5");
        Files.delete(file);
        try (WritableHdfFile out = HdfFile.write(file)) {
            var a = out.putGroup("a");
            var b = out.putGroup("b");
            if (first) {
                a.putDataset("values", new float[] {1});
            }
            if (second) {
                b.putDataset("values", new float[] {1});
            }
        }
        try (HdfFile in = new HdfFile(file)) {
            return in.getChildren().size() + " groups";
        } catch (HdfException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause.getMessage();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
JAVA
seen=$(java -cp "$folder/*" "$folder/Groups.java" 2>/dev/null)
echo "$seen"
diff <(echo "$seen") - <<'TEXT'
full full: 2 groups
empty empty: 2 groups
full empty: Object header v2 signature not matched
TEXT
echo "as it was found"
