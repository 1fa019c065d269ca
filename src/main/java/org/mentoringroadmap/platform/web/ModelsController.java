package org.mentoringroadmap.platform.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoringroadmap.platform.deploy.DeployedModels;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Roadmaps, blocks, tables and forms in force: seen, checked, returned to the shipped ones. */
@Controller
class ModelsController {
    private final DeployedModels models;
    private final CurrentUser user;

    ModelsController(DeployedModels models, CurrentUser user) {
        this.models = models;
        this.user = user;
    }

    @GetMapping(Menu.MODELS)
    String show(Model model) {
        user.require(Role.MODEL_ADMINISTRATOR);
        Map<DeployedModels.Kind, List<DeployedModels.Model>> byKind = models.newest().stream()
                .collect(Collectors.groupingBy(DeployedModels.Model::kind, TreeMap::new, Collectors.toList()));
        model.addAttribute("kinds", byKind);
        return "platform/models";
    }

    @PostMapping(Menu.MODELS + "/check")
    String check(@RequestParam(required = false) List<MultipartFile> files, Model model) throws IOException {
        user.require(Role.MODEL_ADMINISTRATOR);
        List<ModelFile> read = ModelsApi.read(files);
        model.addAttribute("checked", read.stream().map(ModelFile::name).toList());
        model.addAttribute("problems", models.check(read));
        return show(model);
    }

    @PostMapping(Menu.MODELS + "/restore")
    String restore(@RequestParam(defaultValue = "") String file, RedirectAttributes redirect) {
        models.restore(file);
        redirect.addFlashAttribute("notice", "models.restored");
        return "redirect:" + Menu.MODELS;
    }
}
