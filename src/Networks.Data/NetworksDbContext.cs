using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.Casework;
using Networks.Data.Changes;
using Networks.Data.Connections;
using Networks.Data.Conventions;
using Networks.Data.Discovery;
using Networks.Data.Drafts;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;
using Networks.Data.Filings;
using Networks.Data.Firms;
using Networks.Data.History;
using Networks.Data.Imports;
using Networks.Data.Incubation;
using Networks.Data.KnownNetworks;
using Networks.Data.Monitoring;
using Networks.Data.Nodes;
using Networks.Data.Officers;
using Networks.Data.Operations;
using Networks.Data.Outbox;
using Networks.Data.Programmes;
using Networks.Data.Services;
using Networks.Data.Signing;
using Networks.Data.Work;

namespace Networks.Data;

/// <summary>The one model of the service; a derived context per database adds what only that database needs.</summary>
public abstract partial class NetworksDbContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Association> Associations => Set<Association>();

    public DbSet<Officer> Officers => Set<Officer>();

    public DbSet<Firm> Firms => Set<Firm>();

    public DbSet<FirmProfile> FirmProfiles => Set<FirmProfile>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchCard> SearchCards => Set<SearchCard>();

    public DbSet<Introduction> Introductions => Set<Introduction>();

    public DbSet<CardSearch> CardSearches => Set<CardSearch>();

    public DbSet<NeedCall> NeedCalls => Set<NeedCall>();

    public DbSet<NeedReply> NeedReplies => Set<NeedReply>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<FirmPage> FirmPages => Set<FirmPage>();

    public DbSet<FirmImport> FirmImports => Set<FirmImport>();

    public DbSet<ImportFault> ImportFaults => Set<ImportFault>();

    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<EnterpriseNetwork> EnterpriseNetworks => Set<EnterpriseNetwork>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<ApprovalRound> ApprovalRounds => Set<ApprovalRound>();

    public DbSet<FirmLink> FirmLinks => Set<FirmLink>();

    public DbSet<FirmCode> FirmCodes => Set<FirmCode>();

    public DbSet<SignedFile> SignedFiles => Set<SignedFile>();

    public DbSet<Deed> Deeds => Set<Deed>();

    public DbSet<Filing> Filings => Set<Filing>();

    public DbSet<Duty> Duties => Set<Duty>();

    public DbSet<Pulse> Pulses => Set<Pulse>();

    public DbSet<PulseAnswer> PulseAnswers => Set<PulseAnswer>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<FundingOpportunity> FundingOpportunities => Set<FundingOpportunity>();

    public DbSet<FundContribution> FundContributions => Set<FundContribution>();

    public DbSet<NetworkWorkbook> NetworkWorkbooks => Set<NetworkWorkbook>();

    public DbSet<KnownMember> KnownMembers => Set<KnownMember>();

    public DbSet<ServiceOffer> ServiceOffers => Set<ServiceOffer>();

    public DbSet<ServiceRequest> ServiceRequests => Set<ServiceRequest>();

    public DbSet<NetworkChange> NetworkChanges => Set<NetworkChange>();

    public DbSet<ChangeSignature> ChangeSignatures => Set<ChangeSignature>();

    public DbSet<ChangeVote> ChangeVotes => Set<ChangeVote>();

    public DbSet<ChangeTask> ChangeTasks => Set<ChangeTask>();

    public DbSet<ProcessInstance> Processes => Set<ProcessInstance>();

    public DbSet<Scope> Scopes => Set<Scope>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<DueTimer> Timers => Set<DueTimer>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();

    public DbSet<NextStep> NextSteps => Set<NextStep>();

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    public DbSet<KeptText> KeptTexts => Set<KeptText>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<CaseProgress> CaseProgress => Set<CaseProgress>();

    public DbSet<FrozenMonth> FrozenMonths => Set<FrozenMonth>();

    public DbSet<Restatement> Restatements => Set<Restatement>();

    public DbSet<LeadVisit> LeadVisits => Set<LeadVisit>();

    public DbSet<FundingCall> FundingCalls => Set<FundingCall>();

    public DbSet<ViewSubscription> ViewSubscriptions => Set<ViewSubscription>();

    public DbSet<MailPause> MailPauses => Set<MailPause>();

    public DbSet<ServiceNode> Nodes => Set<ServiceNode>();

    public DbSet<SharedKey> SharedKeys => Set<SharedKey>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<CompletedOperation> Operations => Set<CompletedOperation>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        EntityIds.Map(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(ColumnLengths.Identifier);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(NetworksDbContext).Assembly);

        // Nothing of a case is ever deleted, and SQL Server refuses several cascade paths to one table.
        var keys = builder.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys());
        foreach (var key in keys.Where(key => !key.IsOwnership && key.PrincipalEntityType.ClrType != typeof(Account)))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }
}
