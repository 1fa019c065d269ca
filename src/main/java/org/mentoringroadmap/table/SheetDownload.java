package org.mentoringroadmap.table;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A list of ours as an answer that a browser saves under the list's own name. */
public final class SheetDownload {
    private SheetDownload() {}

    /** The answer with the file. */
    public static ResponseEntity<byte[]> of(SheetFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SheetFile.XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }
}
