// The map by Leaflet: it moves, and fetches the circles of what it shows. Without script the picture stays.
"use strict";

(() => {
  const place = document.querySelector("[data-map]");
  if (!place || !window.L) return;
  const live = place.querySelector("[data-map-live]");
  const says = place.querySelector("[data-map-says]");
  const within = place.querySelector("[data-map-within]");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const DEGREES = 5;
  const EDGE = 85.05;

  live.hidden = says.hidden = within.hidden = false;
  place.classList.add("map--live");
  const map = L.map(live, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false,
    minZoom: 1, maxZoom: 12, zoomSnap: 0.5,
    maxBounds: [[-EDGE, -180], [EDGE, 180]], maxBoundsViscosity: 1,
    zoomAnimation: !calm, fadeAnimation: false, markerZoomAnimation: !calm, inertia: !calm,
  });
  L.control.zoom({ zoomInTitle: live.dataset.nearer, zoomOutTitle: live.dataset.farther }).addTo(map);
  // A page that is scrolled past the map must not become a map that is zoomed.
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());

  const circles = L.layerGroup().addTo(map);
  let waiting = new AbortController();
  let opened = null;
  let drawn = new Map();

  const boundsOf = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

  function shown() {
    const [west, south, east, north] = map.getBounds().toBBoxString().split(",").map(Number);
    const held = (number, most) => Math.min(Math.max(number, -most), most).toFixed(DEGREES);
    return [held(west, 180), held(south, 90), held(east, 180), held(north, 90)].join();
  }

  function asked(more) {
    const query = new URLSearchParams(place.dataset.query);
    for (const [name, value] of Object.entries(more)) query.set(name, value);
    return query;
  }

  async function refresh() {
    waiting.abort();
    waiting = new AbortController();
    const view = shown();
    const query = asked({ view, zoom: Math.round(map.getZoom()) });
    try {
      const answer = await fetch(`${place.dataset.circles}?${query}`, { signal: waiting.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      draw(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") says.textContent = says.dataset.trouble;
    }
    for (const link of within.querySelectorAll("a")) link.search = asked({ bbox: view });
  }

  // A circle that says the same as before stays: drawn anew it would be gone from under a pointer that is pressing it.
  function draw(found) {
    const focused = document.activeElement.dataset.circle;
    const before = drawn;
    drawn = new Map(found.features.map((feature) => [JSON.stringify(feature), feature]));
    for (const [said, feature] of drawn) drawn.set(said, before.get(said) || circleOf(feature).addTo(circles));
    for (const [said, circle] of before) if (!drawn.has(said)) circles.removeLayer(circle);
    says.textContent = found.said;
    if (focused && document.activeElement === document.body) (dotOf(focused) || live).focus();
  }

  function dotOf(circle) {
    return live.querySelector(`[data-circle="${CSS.escape(circle)}"]`);
  }

  function positionOf(feature) {
    const [longitude, latitude] = feature.geometry.coordinates;
    return L.latLng(latitude, longitude);
  }

  function circleOf(feature) {
    return L.layerGroup([ring(feature), dot(feature)]);
  }

  // The ring of an area, as large as it is on the earth.
  function ring(feature) {
    const radius = feature.properties.reach * 1000;
    return L.circle(positionOf(feature), { radius, className: "map__reach", interactive: false });
  }

  function dot(feature) {
    const { located, incidents, text, radius, aside, query } = feature.properties;
    const count = document.createElement("span");
    count.textContent = incidents.toLocaleString(document.documentElement.lang);
    const icon = L.divIcon({
      className: `dot dot--${located}`, html: count, iconSize: [2 * radius, 2 * radius],
      iconAnchor: [radius - aside, radius + aside],
    });
    const marker = L.marker(positionOf(feature), { icon, title: text, zIndexOffset: -10 * radius });
    marker.on("add", () => {
      marker.getElement().setAttribute("aria-label", text);
      marker.getElement().dataset.circle = query;
    });
    const act = () => (feature.properties.listed ? open(feature) : nearer(feature));
    marker.on("keydown", ({ originalEvent }) => {
      if (!["Enter", " "].includes(originalEvent.key)) return;
      originalEvent.preventDefault();
      act();
    });
    return marker.on("click", act);
  }

  function nearer(feature) {
    const bounds = boundsOf(feature.bbox);
    const zoom = Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds, false, L.point(40, 40)));
    map.setView(bounds.getCenter(), Math.min(zoom, map.getMaxZoom()), { animate: !calm });
    live.focus();
  }

  async function open(feature) {
    try {
      const answer = await fetch(`${place.dataset.here}${feature.properties.query}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      show(feature, page.body.firstElementChild);
    } catch {
      says.textContent = says.dataset.trouble;
    }
  }

  function show(feature, content) {
    const popup = L.popup({ maxWidth: Math.min(300, live.clientWidth - 80), autoPanPadding: [12, 12] });
    popup.setLatLng(positionOf(feature)).setContent(content).openOn(map);
    // What was open before is closed by now, and its circle has the focus.
    opened = feature.properties.query;
    const close = popup.getElement().querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", live.dataset.close);
    content.querySelector("a").focus();
  }

  // Leaflet itself hears the key only while the map and nothing within it has the focus.
  live.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
  });
  map.on("popupclose", () => {
    const back = opened && dotOf(opened);
    if (back) back.focus();
    opened = null;
  });

  // How the outlines are kept is told in archive/maps/outlines.py.
  function pointsOf(arc, perDegree) {
    const points = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < arc.length; at += 2) {
      x += arc[at];
      y += arc[at + 1];
      points.push([y / perDegree, x / perDegree]);
    }
    return points;
  }

  function ringsOf({ per_degree: perDegree, arcs, rings }) {
    const lines = arcs.map((arc) => pointsOf(arc, perDegree));
    const line = (name) => (name < 0 ? lines[~name].slice().reverse() : lines[name]);
    return rings.map((names) => [names.flatMap((name) => line(name).slice(1))]);
  }

  async function land() {
    try {
      const answer = await fetch(place.dataset.outlines);
      const shape = { className: "map__land", interactive: false, smoothFactor: 0.7 };
      L.polygon(ringsOf(await answer.json()), shape).addTo(map).bringToBack();
    } catch {
      // Circles without land are better than none.
    }
  }

  map.fitBounds(boundsOf(place.dataset.view.split(",").map(Number)), { animate: false });
  map.on("moveend", refresh);
  land();
  refresh();
})();
