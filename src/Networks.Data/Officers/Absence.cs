using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Networks.Data.Officers;

/// <summary>
/// A colleague stands in for a person from a day until a day. Nothing is moved: what the person has in hand is in the
/// colleague's hands while the absence runs, so it comes back by itself.
/// </summary>
public sealed class Absence
{
    private Absence()
    {
    }

    public Absence(Guid id, OfficerId officerId, OfficerId standInId, DateOnly from, DateOnly until, DateTimeOffset createdAt)
    {
        Id = id;
        OfficerId = officerId;
        StandInId = standInId;
        From = from;
        Until = until;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public OfficerId OfficerId { get; private set; }

    public OfficerId StandInId { get; private set; }

    /// <summary>First day, inclusive.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>What the colleague is to know beyond the dossiers; seen by the two of them only. Empty for nothing.</summary>
    public string Note { get; init; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the person took the work back by hand; null when it comes back by itself.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool Runs(DateOnly today) => EndedAt is null && From <= today && today <= Until;

    /// <summary>Takes the work back at once. Repeating it keeps the first instant.</summary>
    public void End(DateTimeOffset at) => EndedAt ??= at;
}

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    /// <summary>A page of text.</summary>
    private const int noteLength = 2000;

    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("Absences");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasOne<Officer>().WithMany().HasForeignKey(a => a.OfficerId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(a => a.StandInId);
        builder.Property(a => a.Note).HasMaxLength(noteLength);
        builder.HasIndex(a => new { a.OfficerId, a.Until });
        builder.HasIndex(a => new { a.StandInId, a.Until });
    }
}
