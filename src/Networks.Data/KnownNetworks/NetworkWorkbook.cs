using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Data.KnownNetworks;

/// <summary>One edition of the Chambers' open workbook of existing networks. The newest one holds; its rows replace those before.</summary>
public sealed class NetworkWorkbook
{
    private NetworkWorkbook()
    {
    }

    public NetworkWorkbook(Guid id, string fileName, DateOnly asOf, DateTimeOffset importedAt)
    {
        Id = id;
        FileName = fileName;
        AsOf = asOf;
        ImportedAt = importedAt;
    }

    public Guid Id { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The day that the workbook speaks of, as whoever brought it in said.</summary>
    public DateOnly AsOf { get; private set; }

    public DateTimeOffset ImportedAt { get; private set; }

    public OfficerId? ImportedBy { get; init; }

    public int Networks { get; init; }

    public int Members { get; init; }

    /// <summary>Rows that could not be read or came twice.</summary>
    public int Skipped { get; init; }
}

/// <summary>A firm in a network, as the workbook has it.</summary>
public sealed class KnownMember
{
    private KnownMember()
    {
    }

    public KnownMember(Guid id, Guid workbookId, string taxCode, string network, NetworkKind kind)
    {
        Id = id;
        WorkbookId = workbookId;
        TaxCode = taxCode;
        Network = network;
        Kind = kind;
    }

    public Guid Id { get; private set; }

    public Guid WorkbookId { get; private set; }

    /// <summary>Normalised: 16 characters for a person, 11 digits for others.</summary>
    public string TaxCode { get; private set; } = "";

    /// <summary>Name of the network's contract.</summary>
    public string Network { get; private set; } = "";

    public NetworkKind Kind { get; private set; }

    /// <summary>Null where the workbook has none that can be read.</summary>
    public DateOnly? DeedOn { get; init; }

    public string? Repertorio { get; init; }

    /// <summary>It is the network's impresa di riferimento.</summary>
    public bool IsReference { get; init; }
}

internal sealed class NetworkWorkbookMapping : IEntityTypeConfiguration<NetworkWorkbook>
{
    public void Configure(EntityTypeBuilder<NetworkWorkbook> builder)
    {
        builder.ToTable("NetworkWorkbooks");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.FileName).HasMaxLength(ColumnLengths.Name);
    }
}

internal sealed class KnownMemberMapping : IEntityTypeConfiguration<KnownMember>
{
    public void Configure(EntityTypeBuilder<KnownMember> builder)
    {
        builder.ToTable("KnownMembers");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<NetworkWorkbook>().WithMany().HasForeignKey(m => m.WorkbookId);
        builder.Property(m => m.TaxCode).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(m => m.Network).HasMaxLength(ColumnLengths.Name);
        builder.Property(m => m.Repertorio).HasMaxLength(ColumnLengths.Word);
        builder.HasIndex(m => m.TaxCode);
    }
}
