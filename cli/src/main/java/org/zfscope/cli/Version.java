package org.zfscope.cli;

import org.zfscope.models.Program;
import picocli.CommandLine.IVersionProvider;

/** Prints what the pictures' provenance says too. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"zfscope " + Program.version()};
    }
}
