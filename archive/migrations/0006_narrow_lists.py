from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0005_gists'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='attackentry',
            name='attack_type',
        ),
        migrations.RemoveIndex(
            model_name='attackentry',
            name='attack_target',
        ),
        migrations.RemoveIndex(
            model_name='attackentry',
            name='attack_weapon',
        ),
        migrations.RemoveIndex(
            model_name='incidentsource',
            name='incident_publication',
        ),
        migrations.AddIndex(
            model_name='attackentry',
            index=models.Index(fields=['type', 'incident'], name='attack_type'),
        ),
        migrations.AddIndex(
            model_name='attackentry',
            index=models.Index(fields=['target', 'incident'], name='attack_target'),
        ),
        migrations.AddIndex(
            model_name='attackentry',
            index=models.Index(fields=['weapon', 'incident'], name='attack_weapon'),
        ),
        migrations.AddIndex(
            model_name='incidentsource',
            index=models.Index(fields=['publication', 'incident', 'direct'], name='incident_publication'),
        ),
    ]
