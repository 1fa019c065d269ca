package org.mentoringroadmap.register.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.DataField;
import org.mentoringroadmap.participant.Doubt;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.OfferedData;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.register.ParticipantProfile;
import org.mentoringroadmap.register.PsychologistJournal;
import org.mentoringroadmap.register.RegisterFilter;
import org.mentoringroadmap.register.RegisterQueries;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The registers of a programme: lists of mentees and mentors, and the form of a card. */
@Controller
class RegisterController {
    private final RegisterQueries queries;
    private final Editions editions;
    private final Registers registers;
    private final Programmes programmes;
    private final Staff staff;
    private final PsychologistJournal journal;
    private final OfferedData offered;

    RegisterController(
            RegisterQueries queries,
            Editions editions,
            Registers registers,
            Programmes programmes,
            Staff staff,
            PsychologistJournal journal,
            OfferedData offered) {
        this.queries = queries;
        this.editions = editions;
        this.registers = registers;
        this.programmes = programmes;
        this.staff = staff;
        this.journal = journal;
        this.offered = offered;
    }

    /** The menu's way: to the register of the programme that runs today, or a page that says that there is none. */
    @GetMapping("/participants")
    Object inFront() {
        Optional<Programme> front = programmes.inFront().stream().findFirst();
        return front.<Object>map(programme -> SeeOther.to("/programmes/" + programme.id() + "/participants"))
                .orElse("register/none");
    }

    @Recorded(value = AuditAct.REGISTER_LISTED, id = "id", count = "found", facts = "role")
    @GetMapping("/programmes/{id}/participants")
    String list(
            @PathVariable Long id,
            @ModelAttribute RegisterFilter filter,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Programme programme = queries.programme(id);
        ParticipantRole role = filter.roleOr(ParticipantRole.MENTEE);
        Page<Participant> found = registers.find(id, filter.of(role), page, Registers.PAGE);
        model.addAttribute("programme", programme)
                .addAttribute("role", role)
                .addAttribute("filter", filter)
                .addAttribute("found", found)
                .addAttribute("rows", queries.rows(programme, found.getContent()))
                .addAttribute("ofTeachers", editions.isOfTeachers(programme))
                .addAttribute("classes", queries.classesToChoose(programme))
                .addAttribute("categories", ParticipantCategory.values())
                .addAttribute("statuses", ParticipantStatus.values())
                .addAttribute("consentKinds", kinds(role))
                .addAttribute("waiting", queries.waiting(programme, role))
                .addAttribute(
                        "comers", queries.mayWrite(programme) ? registers.goingOn(programme, role) : Integer.valueOf(0))
                .addAttribute("before", before(programme))
                .addAttribute("erased", queries.erased(programme, role))
                .addAttribute("keepsJournal", journal.isMine())
                .addAttribute("confined", queries.isConfined(programme))
                .addAttribute("mayWrite", queries.mayWrite(programme));
        return "register/list";
    }

    /** The programme of the same roadmap in the year before, from which people can be taken over; null where there is none. */
    private Long before(Programme programme) {
        return programmes.visible().stream()
                .filter(other -> other.schoolId().equals(programme.schoolId())
                        && other.roadmap().equals(programme.roadmap())
                        && other.schoolYear().secondYear()
                                == programme.schoolYear().firstYear())
                .map(Programme::id)
                .findFirst()
                .orElse(null);
    }

    private static List<ConsentKind> kinds(ParticipantRole role) {
        return role == ParticipantRole.MENTOR
                ? List.of(ConsentKind.PROCESSING, ConsentKind.PUBLICATION, ConsentKind.DUTIES)
                : List.of(ConsentKind.PROCESSING, ConsentKind.PUBLICATION);
    }

    @PostMapping("/programmes/{id}/participants/take-over")
    RedirectView takeOver(@PathVariable Long id, @RequestParam ParticipantRole role, RedirectAttributes flash) {
        boolean some = registers.takeOver(id, role) > 0;
        flash.addFlashAttribute("notice", some ? "participant.saved.taken-over" : "participant.saved.taken-nobody");
        return SeeOther.to("/programmes/" + id + "/participants?role=" + role);
    }

    @Recorded(value = AuditAct.CARD_OPENED, id = "like")
    @GetMapping("/programmes/{id}/participants/new")
    String blank(
            @PathVariable Long id,
            @ModelAttribute RegisterFilter filter,
            @RequestParam(required = false) Long like,
            Model model) {
        Programme programme = queries.programmeToWrite(id);
        ParticipantRole role = filter.roleOr(ParticipantRole.MENTEE);
        ParticipantCategory usual =
                editions.isOfTeachers(programme) ? ParticipantCategory.TEACHER : ParticipantCategory.PUPIL;
        ParticipantForm form = like == null
                ? ParticipantForm.blank(role, usual, PersonDetails.named("", "", null, null), null, filter.classId())
                : again(role, usual, registers.visible(like));
        return form(model, programme, role, form);
    }

    private static ParticipantForm again(ParticipantRole role, ParticipantCategory usual, Participant known) {
        return ParticipantForm.blank(
                role,
                usual,
                known.person().details(),
                known.person().id(),
                known.classId().orElse(null));
    }

    @PostMapping("/programmes/{id}/participants")
    Object enter(
            @PathVariable Long id,
            @RequestParam ParticipantRole role,
            @ModelAttribute ParticipantForm form,
            @RequestParam(defaultValue = "false") boolean next,
            Model model,
            RedirectAttributes flash) {
        if (form.personId() == null && asks(id, role, form, null, model)) {
            return form(model, queries.programmeToWrite(id), role, form.ticked());
        }
        Participant entered = form.personId() == null
                ? registers.enter(id, role, form.person(), form.details(role))
                : registers.enterAgain(id, role, form.personId(), form.details(role));
        flash.addFlashAttribute("notice", next ? "participant.saved.next" : "participant.saved.entered");
        if (next) {
            String sameClass = form.classId() == null ? "" : "&classId=" + form.classId();
            return SeeOther.to("/programmes/" + id + "/participants/new?role=" + role + sameClass);
        }
        return SeeOther.to("/participants/" + entered.id());
    }

    @Recorded(value = AuditAct.CARD_OPENED, id = "participantId")
    @GetMapping("/participants/{participantId}/edit")
    String edit(@PathVariable Long participantId, Model model) {
        ParticipantProfile profile = queries.open(participantId);
        Programme programme = queries.programmeToWrite(profile.programme().id());
        if (profile.participant().person().anonymisedOn().isPresent()) {
            throw new ConflictException("participant.erased");
        }
        model.addAttribute("participant", profile.participant());
        return form(
                model,
                programme,
                profile.participant().role(),
                ParticipantForm.of(profile.participant(), profile.details()));
    }

    @PostMapping("/participants/{participantId}")
    Object change(
            @PathVariable Long participantId,
            @ModelAttribute ParticipantForm form,
            Model model,
            RedirectAttributes flash) {
        Participant known = registers.visible(participantId);
        ParticipantRole role = known.role();
        if (asks(known.programmeId(), role, form, known, model)) {
            model.addAttribute("participant", known);
            return form(model, queries.programmeToWrite(known.programmeId()), role, form.ticked());
        }
        registers.change(
                participantId, number(form.personVersion()), number(form.version()), form.person(), form.details(role));
        flash.addFlashAttribute("notice", "participant.saved");
        return SeeOther.to("/participants/" + participantId);
    }

    /** Whether the form comes back with what looks like a slip, until somebody says that it is right. */
    private boolean asks(Long programmeId, ParticipantRole role, ParticipantForm form, Participant known, Model model) {
        if (Boolean.TRUE.equals(form.accepted())) {
            return false;
        }
        List<Doubt> doubts = registers.doubts(programmeId, role, form.person(), form.details(role), known);
        model.addAttribute("doubts", doubts);
        return !doubts.isEmpty();
    }

    /** Names of the fields that the form shows to the acting account. */
    private Set<String> fields(Programme programme, ParticipantRole role) {
        return offered.of(programme.schoolId()).stream()
                .filter(field -> field.of(role) && (queries.maySeeNeeds() || !field.isConfidential()))
                .map(DataField::name)
                .collect(Collectors.toSet());
    }

    private static int number(Integer version) {
        return version == null ? -1 : version;
    }

    private String form(Model model, Programme programme, ParticipantRole role, ParticipantForm form) {
        boolean mentor = role == ParticipantRole.MENTOR;
        Set<Need> needs = offered.needs(programme.schoolId());
        model.addAttribute("programme", programme)
                .addAttribute("role", role)
                .addAttribute("form", form)
                .addAttribute("mentor", mentor)
                .addAttribute("consented", queries.hasConsented(programme, form.personId(), role))
                .addAttribute("classes", queries.classes(programme))
                .addAttribute("staff", staff.of(programme.schoolId()))
                .addAttribute("categories", ParticipantCategory.values())
                .addAttribute("fields", fields(programme, role))
                .addAttribute("allNeeds", needs)
                .addAttribute("unnamed", queries.unnamed(programme, form.personId(), role, needs))
                .addAttribute("allForms", editions.forms(programme, form.forms() == null ? Set.of() : form.forms()))
                .addAttribute("allRoleModels", RoleModel.values())
                .addAttribute("matterWords", queries.suggestions(programme.id(), ParticipantForm.matter(role)))
                .addAttribute("interestWords", queries.suggestions(programme.id(), TopicKind.INTEREST));
        return "register/form";
    }
}
