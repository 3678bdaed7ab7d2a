using Microsoft.EntityFrameworkCore;
using Networks.Data.Administration;

namespace Networks.Data;

/// <summary>What people run the service with.</summary>
public abstract partial class NetworksDbContext
{
    public DbSet<TemplateVersion> TemplateVersions => Set<TemplateVersion>();

    public DbSet<ClosingDay> ClosingDays => Set<ClosingDay>();

    public DbSet<ProgrammeTarget> ProgrammeTargets => Set<ProgrammeTarget>();

    public DbSet<ConfirmedFact> ConfirmedFacts => Set<ConfirmedFact>();

    public DbSet<DataRequest> DataRequests => Set<DataRequest>();

    public DbSet<HoldingsExport> HoldingsExports => Set<HoldingsExport>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<JournalHead> JournalHeads => Set<JournalHead>();
}
