package org.mentoringroadmap.platform.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.platform.deploy.DeployedModels;
import org.mentoringroadmap.platform.deploy.ModelVersions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.OwnRole;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.RoleTitles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Roadmaps, blocks, tables and forms in force: seen, checked, returned to the shipped ones. */
@Controller
class ModelsController {

    private final DeployedModels models;
    private final ModelVersions versions;
    private final NamedProgrammes programmes;
    private final CurrentUser user;
    private final ElementChangeTexts texts;
    private final RoleTitles titles;
    private final OwnRoles ownRoles;

    ModelsController(
            DeployedModels models,
            ModelVersions versions,
            NamedProgrammes programmes,
            CurrentUser user,
            ElementChangeTexts texts,
            RoleTitles titles,
            OwnRoles ownRoles) {
        this.models = models;
        this.versions = versions;
        this.programmes = programmes;
        this.user = user;
        this.texts = texts;
        this.titles = titles;
        this.ownRoles = ownRoles;
    }

    @GetMapping(Menu.MODELS)
    String show(@RequestParam(defaultValue = "") String q, Model model) {
        user.require(Role.MODEL_ADMINISTRATOR);
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        Map<DeployedModels.Kind, List<DeployedModels.Model>> byKind = models.newest().stream()
                .filter(one -> (one.title() + " " + one.file())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .collect(Collectors.groupingBy(DeployedModels.Model::kind, TreeMap::new, Collectors.toList()));
        model.addAttribute("kinds", byKind);
        model.addAttribute("q", q);
        model.addAttribute("running", programmes.visible(programme -> programme.state() == Programme.State.RUNNING));
        model.addAttribute("roles", roles());
        model.addAttribute("broken", models.broken());
        return "platform/models";
    }

    /** What models call the roles, by title as it stands beside it: those of a school, then the added ones. */
    private Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        Stream.concat(
                        Arrays.stream(Role.values()).filter(Role::isOfSchool).map(Role::id),
                        ownRoles.all().stream().map(OwnRole::id))
                .forEach(id -> roles.put(id, titles.of(id)));
        return roles;
    }

    /** How two versions of a model differ; unless others are asked for, the newest and the one before it. */
    @GetMapping(Menu.MODELS + "/{key}")
    String versions(
            @PathVariable String key,
            @RequestParam(required = false) String before,
            @RequestParam(required = false) String after,
            Model model) {
        ModelVersions.Versioned versioned = versions.of(key);
        int newest = versioned.versions().get(0).number();
        String from = before != null
                ? before
                : versioned.versions().size() > 1
                        ? String.valueOf(versioned.versions().get(1).number())
                        : versioned.shipped() ? ModelVersions.SHIPPED : String.valueOf(newest);
        String to = after != null ? after : String.valueOf(newest);
        model.addAttribute("versioned", versioned);
        model.addAttribute("drawn", ModelVersions.isDrawn(key));
        model.addAttribute("before", from);
        model.addAttribute("after", to);
        model.addAttribute("changes", texts.of(versions.differences(key, from, to)));
        return "platform/model";
    }

    @PostMapping(Menu.MODELS + "/check")
    String check(@RequestParam(required = false) List<MultipartFile> files, Model model) throws IOException {
        user.require(Role.MODEL_ADMINISTRATOR);
        List<ModelFile> read = ModelsApi.read(files);
        model.addAttribute("checked", read.stream().map(ModelFile::name).toList());
        model.addAttribute("problems", models.check(read));
        return show("", model);
    }

    @PostMapping(Menu.MODELS + "/restore")
    String restore(@RequestParam(defaultValue = "") String file, RedirectAttributes redirect) {
        models.restore(file);
        redirect.addFlashAttribute("notice", "models.restored");
        return "redirect:" + Menu.MODELS;
    }
}
