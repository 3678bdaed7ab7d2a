using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;
using Networks.Data.Officers;
using Networks.Data.Programmes;

namespace Networks.Data.Administration;

/// <summary>What a programme promised its funder to reach in an indicator by its end.</summary>
public sealed class ProgrammeTarget
{
    private ProgrammeTarget()
    {
    }

    public ProgrammeTarget(ProgrammeId programmeId, string indicator, int value)
    {
        ProgrammeId = programmeId;
        Indicator = indicator;
        Value = value;
    }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>Stored word of the indicator.</summary>
    public string Indicator { get; private set; } = "";

    public int Value { get; set; }
}

/// <summary>
/// The value of a fact that the service ships as "to verify", as somebody read it at its source. The newest one that
/// holds on a day counts; none is changed or deleted.
/// </summary>
public sealed class ConfirmedFact
{
    private ConfirmedFact()
    {
    }

    public ConfirmedFact(Guid id, ProgrammeId programmeId, string item, long value, DateOnly from, string source, string confirmedBy, DateOnly confirmedOn, DateTimeOffset recordedAt)
    {
        Id = id;
        ProgrammeId = programmeId;
        Item = item;
        Value = value;
        From = from;
        Source = source;
        ConfirmedBy = confirmedBy;
        ConfirmedOn = confirmedOn;
        RecordedAt = recordedAt;
    }

    public Guid Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>Stored word of the fact, e.g. <c>registration-tax</c>.</summary>
    public string Item { get; private set; } = "";

    /// <summary>Cents or days, as the fact is counted.</summary>
    public long Value { get; private set; }

    /// <summary>From this day; cases in which the fact was used before keep what was written then.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Where it was read: the office, the page, the letter.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Who checked it, as a name: need not be a person of the service.</summary>
    public string ConfirmedBy { get; private set; } = "";

    public DateOnly ConfirmedOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OfficerId? RecordedBy { get; init; }

    /// <summary>Taken back; null while it counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}

internal sealed class ProgrammeTargetMapping : IEntityTypeConfiguration<ProgrammeTarget>
{
    public void Configure(EntityTypeBuilder<ProgrammeTarget> builder)
    {
        builder.ToTable("ProgrammeTargets");
        builder.HasKey(t => new { t.ProgrammeId, t.Indicator });
        builder.HasOne<Programme>().WithMany().HasForeignKey(t => t.ProgrammeId);
        builder.Property(t => t.Indicator).HasMaxLength(ColumnLengths.Word);
    }
}

internal sealed class ConfirmedFactMapping : IEntityTypeConfiguration<ConfirmedFact>
{
    public void Configure(EntityTypeBuilder<ConfirmedFact> builder)
    {
        builder.ToTable("ConfirmedFacts");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Programme>().WithMany().HasForeignKey(f => f.ProgrammeId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(f => f.RecordedBy);
        builder.Property(f => f.Item).HasMaxLength(ColumnLengths.Word);
        builder.Property(f => f.Source).HasMaxLength(ColumnLengths.Remark);
        builder.Property(f => f.ConfirmedBy).HasMaxLength(ColumnLengths.Name);
        builder.HasIndex(f => new { f.ProgrammeId, f.Item });
    }
}
