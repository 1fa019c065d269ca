package org.mentoringroadmap.register.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.register.RegisterQueries;
import org.mentoringroadmap.register.RegisterRow;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.data.domain.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registers for other programs; each role gets what its pages show. */
@RestController
@Tag(name = "participants")
class ParticipantApi {
    /** A consent and what it is worth today. */
    record ConsentJson(Long id, ConsentKind kind, Consent.State state) {}

    /** A participant; {@code class} is null for who has none. */
    record ParticipantJson(
            Long id,
            ParticipantRole role,
            ParticipantCategory category,
            String name,
            @JsonProperty("class") String className,
            ParticipantStatus status,
            List<ConsentJson> consents) {
        static ParticipantJson of(RegisterRow row) {
            Participant participant = row.participant();
            return new ParticipantJson(
                    participant.id(),
                    participant.role(),
                    participant.category(),
                    participant.person().fullName(),
                    row.className().isEmpty() ? null : row.className(),
                    participant.status(),
                    row.consents().stream()
                            .map(each -> new ConsentJson(
                                    each.consent().id(), each.consent().kind(), each.state()))
                            .toList());
        }
    }

    /** One page of a register. */
    record RegisterJson(List<ParticipantJson> items, long total) {}

    private final RegisterQueries queries;
    private final Registers registers;

    ParticipantApi(RegisterQueries queries, Registers registers) {
        this.queries = queries;
        this.registers = registers;
    }

    @Recorded(value = AuditAct.REGISTER_LISTED, id = "id", count = "items", facts = "role")
    @GetMapping("/api/programmes/{id}/participants")
    @Operation(summary = "Participants of a programme in the order of names; consents the newest first")
    RegisterJson ofProgramme(
            @PathVariable Long id,
            @RequestParam(required = false) ParticipantRole role,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Programme programme = queries.programme(id);
        Page<Participant> found =
                registers.find(id, new ParticipantFilter(role, q, null, null, null, null), page, size);
        return new RegisterJson(
                queries.rows(programme, found.getContent()).stream()
                        .map(ParticipantJson::of)
                        .toList(),
                found.getTotalElements());
    }
}
