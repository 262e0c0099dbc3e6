import orjson
from django.db import migrations, models

import archive.models.search
from archive.search.spelling import spellings_of
from archive.search.texts import lines_of


def fill(apps, schema_editor):
    """Let the incidents that are published already be found."""
    entries = apps.get_model("archive", "IncidentEntry").objects.values_list("key", "body")
    rows = apps.get_model("archive", "SearchEntry").objects
    batch = []
    for key, body in entries.iterator(chunk_size=500):
        batch.append(rows.model(incident_id=key, **lines_of(orjson.loads(body))))
        if len(batch) == 500:
            rows.bulk_create(batch)
            batch.clear()
    rows.bulk_create(batch)


def spell(apps, schema_editor):
    """Let mistyped names of what is published already be recognised."""
    rows = apps.get_model("archive", "Spelling").objects
    for kind in ("publications", "actors", "places", "conflicts"):
        entries = apps.get_model("archive", f"{kind[:-1]}Entry").objects.values_list("key", "body")
        batch = []
        for key, body in entries.iterator(chunk_size=500):
            words = spellings_of(orjson.loads(body))
            batch.extend(rows.model(kind=kind, key=key, word=word, hint=hint) for word, hint in words)
            if len(batch) > 5000:
                rows.bulk_create(batch, batch_size=500)
                batch.clear()
        rows.bulk_create(batch, batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ("archive", "0002_forwards"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", archive.models.search.TermsField()),
                ("names", archive.models.search.TermsField()),
                ("said", archive.models.search.TermsField()),
                ("prose", archive.models.search.TermsField()),
                (
                    "incident",
                    models.OneToOneField(
                        on_delete=models.deletion.CASCADE, related_name="+", to="archive.incidententry"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Spelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30)),
                ("key", models.CharField(max_length=100)),
                ("word", models.CharField(max_length=60)),
                ("hint", models.CharField(max_length=60)),
            ],
            options={
                "ordering": ["kind", "key", "word", "hint"],
                "indexes": [models.Index(fields=["hint", "word"], name="spelling_hint")],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "key", "word", "hint"), name="spelling_once")
                ],
            },
        ),
        migrations.RunPython(spell, migrations.RunPython.noop),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
