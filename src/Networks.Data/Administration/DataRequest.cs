using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Associations;
using Networks.Data.Firms;
using Networks.Data.Officers;

namespace Networks.Data.Administration;

public enum DataRequestKind
{
    /// <summary>What is held, to read and to take elsewhere (GDPR articles 15 and 20).</summary>
    Copy,

    /// <summary>That it be erased (GDPR article 17).</summary>
    Erasure,
}

public enum DataRequestOutcome
{
    /// <summary>The copy was given.</summary>
    Given,

    /// <summary>All was erased that need not be kept.</summary>
    Erased,

    /// <summary>Answered with the reason why it cannot be done.</summary>
    Refused,
}

/// <summary>What a firm asked about its data: when, by when it is owed an answer, and when it had it. Never deleted: it proves the answer.</summary>
public sealed class DataRequest
{
    private DataRequest()
    {
    }

    /// <param name="dueOn">Last day for the answer, inclusive.</param>
    public DataRequest(Guid id, FirmId firmId, AssociationId associationId, DataRequestKind kind, DateOnly askedOn, DateOnly dueOn, DateTimeOffset recordedAt)
    {
        Id = id;
        FirmId = firmId;
        AssociationId = associationId;
        Kind = kind;
        AskedOn = askedOn;
        DueOn = dueOn;
        RecordedAt = recordedAt;
    }

    public Guid Id { get; private set; }

    public FirmId FirmId { get; private set; }

    /// <summary>That followed the firm when it asked, and answers.</summary>
    public AssociationId AssociationId { get; private set; }

    public DataRequestKind Kind { get; private set; }

    public DateOnly AskedOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OfficerId? RecordedBy { get; init; }

    /// <summary>Null while the answer is owed.</summary>
    public DataRequestOutcome? Outcome { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public OfficerId? AnsweredBy { get; private set; }

    public void Answer(DataRequestOutcome outcome, DateOnly on, OfficerId? by) => (Outcome, AnsweredOn, AnsweredBy) = (outcome, on, by);
}

internal sealed class DataRequestMapping : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> builder)
    {
        builder.ToTable("DataRequests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId);
        builder.HasOne<Association>().WithMany().HasForeignKey(r => r.AssociationId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(r => r.RecordedBy);
        builder.HasOne<Officer>().WithMany().HasForeignKey(r => r.AnsweredBy);
        builder.HasIndex(r => new { r.AssociationId, r.DueOn });
    }
}
