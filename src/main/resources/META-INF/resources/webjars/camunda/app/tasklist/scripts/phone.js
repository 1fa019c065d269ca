// On a phone filters, list and task lie one below the other, and whoever taps a task sees nothing happen: the task is shown
// alone there, with a way back to the same place of the list.

const narrow = window.matchMedia("(max-width: 767px)");
const taskInAddress = /[?&]task=/;
let listPlace = 0;
let seen = 0;

function backToList() {
  const location = window.angular.element(document.body).injector().get("$location");
  location.search("task", null).search("detailsTab", null);
  window.angular.element(document.body).scope().$root.$apply();
}

function addWayBack(details) {
  if (!details.querySelector(".school-back")) {
    const back = document.createElement("button");
    back.type = "button";
    back.className = "btn btn-link school-back";
    back.textContent = "← К списку задач";
    back.addEventListener("click", backToList);
    details.prepend(back);
  }
}

function showOneAtATime() {
  const page = document.querySelector(".page-wrap");
  const details = document.querySelector(".task-details");
  if (!page || !details) {
    return;
  }
  addWayBack(details);
  const open = narrow.matches && taskInAddress.test(window.location.hash);
  if (open !== document.body.classList.contains("school-task-open")) {
    const place = open ? 0 : listPlace;
    listPlace = open ? seen : 0;
    document.body.classList.toggle("school-task-open", open);
    page.scrollTop = place;
    if (!open) {
      setTimeout(() => { page.scrollTop = place; }, 800); // the list has been drawn anew by then
    }
  }
}

// Where the list was tapped, before the address says so and the page moves.
document.addEventListener("click", () => { seen = document.querySelector(".page-wrap")?.scrollTop ?? 0; }, true);
narrow.addEventListener("change", showOneAtATime);
new MutationObserver(showOneAtATime).observe(document.body, { childList: true, subtree: true });
showOneAtATime();
