import orjson
from django.db import migrations, models

import archive.models.search
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
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
