package org.mentoringroadmap.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentStamps;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.document.Journal;
import org.mentoringroadmap.document.OwnKind;
import org.mentoringroadmap.document.OwnKindInput;
import org.mentoringroadmap.document.OwnKinds;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** «Виды документов»: those of the product, and those that administrators add. */
@Controller
@RequestMapping("/admin/document-kinds")
class DocumentKindController {
    /** A kind as the table shows it; a journal of null is none. */
    record Row(
            String id,
            String title,
            DocumentKind kind,
            String journal,
            String template,
            boolean own,
            boolean stamped) {}

    private final DocumentKinds kinds;
    private final OwnKinds own;
    private final DocumentTexts texts;

    DocumentKindController(DocumentKinds kinds, OwnKinds own, DocumentTexts texts) {
        this.kinds = kinds;
        this.own = own;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list() {
        own.requireKeeper();
        return page();
    }

    private ModelAndView page() {
        List<String> approved = List.copyOf(kinds.carriedOutByApproval());
        List<Row> rows = new ArrayList<>();
        kinds.own().forEach(kind -> rows.add(row(kind.kind(), true)));
        Stream.of(GeneralKind.values()).forEach(kind -> rows.add(row(kind.kind(), false)));
        kinds.all().stream()
                .filter(kind -> approved.contains(kind.id()))
                .filter(kind -> rows.stream().noneMatch(row -> row.id().equals(kind.id())))
                .forEach(kind -> rows.add(row(kind, false)));
        return form(new ModelAndView("document/kinds")).addObject("rows", rows);
    }

    private Row row(DocumentKind kind, boolean isOwn) {
        return new Row(
                kind.id(),
                kinds.title(kind.id()),
                kind,
                kind.register() == null ? null : kinds.journalTitle(kind.register()),
                kinds.template(kind.id()),
                isOwn,
                DocumentKinds.isStamped(kind.id()));
    }

    private ModelAndView form(ModelAndView page) {
        return page.addObject("generals", GeneralKind.values())
                .addObject("journals", Journal.values())
                .addObject("classes", DataClass.values())
                .addObject("ways", DocumentKind.Way.values())
                .addObject("council", texts.text("document.stamp.council"));
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String general,
            @RequestParam DataClass data,
            @RequestParam DocumentKind.Way way,
            @RequestParam(defaultValue = "") String register,
            @RequestParam(required = false) String acceptedBy,
            @RequestParam(required = false) String agreedWith,
            @RequestParam(defaultValue = "false") boolean byOrder,
            @RequestParam(defaultValue = "false") boolean madeKnown,
            RedirectAttributes flash) {
        OwnKindInput input =
                new OwnKindInput(title, general, data, way, register, acceptedBy, agreedWith, byOrder, madeKnown);
        try {
            own.add(id, input);
        } catch (UserInputException refusal) {
            return RefusedPage.of(page().addObject("id", id).addObject("sent", input), refusal);
        }
        flash.addFlashAttribute("notice", "document.saved.kind");
        return new ModelAndView(SeeOther.to("/admin/document-kinds"));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String id) {
        own.requireKeeper();
        return DocumentKinds.isStamped(id) ? stamps(id, kinds.stamps(id)) : one(own.get(id));
    }

    private ModelAndView stamps(String id, DocumentStamps stamps) {
        return new ModelAndView("document/kind-stamps")
                .addObject("id", id)
                .addObject("kindTitle", kinds.title(id))
                .addObject("byModel", DocumentType.ROADMAP.id().equals(id))
                .addObject("council", texts.text("document.stamp.council"))
                .addObject("acceptedBy", stamps.acceptedBy())
                .addObject("agreedWith", stamps.agreedWithText())
                .addObject("byOrder", stamps.byOrder());
    }

    @PostMapping("/{id}/stamps")
    ModelAndView stamp(
            @PathVariable String id,
            @RequestParam(required = false) String acceptedBy,
            @RequestParam(required = false) String agreedWith,
            @RequestParam(defaultValue = "false") boolean byOrder,
            RedirectAttributes flash) {
        try {
            own.stamp(id, acceptedBy, agreedWith, byOrder);
        } catch (UserInputException refusal) {
            return RefusedPage.of(
                    stamps(id, kinds.stamps(id))
                            .addObject("acceptedBy", acceptedBy)
                            .addObject("agreedWith", agreedWith)
                            .addObject("byOrder", byOrder),
                    refusal);
        }
        flash.addFlashAttribute("notice", "document.saved.kind");
        return new ModelAndView(SeeOther.to("/admin/document-kinds"));
    }

    private ModelAndView one(OwnKind kind) {
        String register = kind.kind().register();
        return form(new ModelAndView("document/kind"))
                .addObject("kind", kind)
                .addObject(
                        "sent",
                        new OwnKindInput(
                                kind.title(),
                                kind.general().id(),
                                kind.kind().data(),
                                kind.kind().way(),
                                register != null && register.startsWith(Journal.OWN)
                                        ? OwnKindInput.OWN_JOURNAL
                                        : register,
                                kind.stamps().acceptedBy(),
                                kind.stamps().agreedWithText(),
                                kind.stamps().byOrder(),
                                kind.kind().madeKnown()));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String general,
            @RequestParam DataClass data,
            @RequestParam DocumentKind.Way way,
            @RequestParam(defaultValue = "") String register,
            @RequestParam(required = false) String acceptedBy,
            @RequestParam(required = false) String agreedWith,
            @RequestParam(defaultValue = "false") boolean byOrder,
            @RequestParam(defaultValue = "false") boolean madeKnown,
            RedirectAttributes flash) {
        OwnKindInput input =
                new OwnKindInput(title, general, data, way, register, acceptedBy, agreedWith, byOrder, madeKnown);
        try {
            own.change(id, input);
        } catch (UserInputException refusal) {
            return RefusedPage.of(one(own.get(id)).addObject("sent", input), refusal);
        }
        flash.addFlashAttribute("notice", "document.saved.kind");
        return new ModelAndView(SeeOther.to("/admin/document-kinds"));
    }

    @PostMapping("/{id}/remove")
    RedirectView remove(@PathVariable String id, RedirectAttributes flash) {
        own.remove(id);
        flash.addFlashAttribute("notice", "document.saved.kind-removed");
        return SeeOther.to("/admin/document-kinds");
    }
}
