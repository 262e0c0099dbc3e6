import django.db.models.deletion
from django.db import migrations, models

from archive.answers.settled import incident_days
from archive.figures import figures
from archive.gist import gist_of
from archive.record import read_record


def fill(apps, schema_editor):
    """Let the incidents that are published already be counted."""
    entries = apps.get_model("archive", "IncidentEntry").objects.values_list("key", "edition__text")
    rows = apps.get_model("archive", "IncidentGist").objects
    batch = []
    for key, text in entries.iterator(chunk_size=500):
        record = read_record(text)
        gist = gist_of(record, incident_days(record), figures(record))
        batch.append(rows.model(incident_id=key, **gist._asdict()))
        if len(batch) == 500:
            rows.bulk_create(batch)
            batch.clear()
    rows.bulk_create(batch)


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0004_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='IncidentGist',
            fields=[
                ('incident', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='gist', serialize=False, to='archive.incidententry')),
                ('day', models.CharField(blank=True, max_length=10)),
                ('unit', models.CharField(blank=True, max_length=30)),
                ('killed_low', models.PositiveBigIntegerField(null=True)),
                ('killed_high', models.PositiveBigIntegerField(null=True)),
                ('killed_open', models.BooleanField()),
                ('origins', models.PositiveIntegerField()),
                ('killed_disputed', models.BooleanField()),
                ('injured_disputed', models.BooleanField()),
            ],
            options={
                'indexes': [models.Index(fields=['origins'], name='gist_origins'), models.Index(condition=models.Q(('killed_disputed', True)), fields=['incident'], name='gist_killed_disputed'), models.Index(condition=models.Q(('injured_disputed', True)), fields=['incident'], name='gist_injured_disputed')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('day', ''), ('unit', '')), models.Q(models.Q(('day', ''), _negated=True), ('unit__in', ['day', 'month', 'year'])), _connector='OR'), name='gist_day_with_unit'), models.CheckConstraint(condition=models.Q(models.Q(('killed_high__isnull', True), ('killed_low__isnull', True)), models.Q(('killed_high__isnull', False), ('killed_low__isnull', False), ('killed_low__lte', models.F('killed_high'))), _connector='OR'), name='gist_killed_in_order')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
