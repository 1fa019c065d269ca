package org.mentoringroadmap.activity.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.evidence.EvidenceBundle;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.storage.StoredFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Hands evidence out, takes more of it, removes it. Forms are in the fragments of {@code activity/evidence}. */
@Controller
class EvidenceController {
    private final Evidence evidence;

    EvidenceController(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Pictures are shown, everything else is saved; nothing in a file may run in the reader's session. */
    @Recorded(value = AuditAct.EVIDENCE_OPENED, id = "id")
    @GetMapping("/evidence/{id}")
    ResponseEntity<byte[]> file(@PathVariable Long id) {
        boolean picture = evidence.get(id).picture();
        StoredFile file = evidence.file(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (picture ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(file.content());
    }

    @PostMapping("/programmes/{programmeId}/activities/{item}/evidence")
    ModelAndView add(
            @PathVariable Long programmeId,
            @PathVariable String item,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) List<MultipartFile> photos,
            @RequestParam(required = false) String link,
            @RequestParam(required = false) String note,
            @RequestParam(required = false) String back) {
        evidence.add(programmeId, item, new EvidenceBundle(UploadedFiles.of(files, photos), link, note));
        return Redirects.back(back);
    }

    @PostMapping("/evidence/{id}/remove")
    ModelAndView remove(@PathVariable Long id, @RequestParam(required = false) String back) {
        evidence.remove(id);
        return Redirects.back(back);
    }
}
