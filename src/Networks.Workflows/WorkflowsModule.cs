using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Connections.Webhooks;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.Cards;
using Networks.Workflows.Discovery.EndOverdue;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Meetings;
using Networks.Workflows.Discovery.Needs;
using Networks.Workflows.Documents;
using Networks.Workflows.Drafting;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Moving;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.Incubation;
using Networks.Workflows.Incubation.AnswerPulse;
using Networks.Workflows.Intake;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.FailMail;
using Networks.Workflows.Mail.ReadBounces;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Monitoring;
using Networks.Workflows.Monitoring.FundingCalls;
using Networks.Workflows.Monitoring.Indicators;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.SaveMailing;
using Networks.Workflows.Monitoring.ShowAsLead;
using Networks.Workflows.Pipeline;
using Networks.Workflows.Registration.ShowFilings;
using Networks.Workflows.Rules;
using Networks.Workflows.Signatures;
using Networks.Workflows.Signing;
using Networks.Workflows.Signing.UploadSigned;

namespace Networks.Workflows;

/// <summary>Everything of this project that runs, registered on one screen.</summary>
public static class WorkflowsModule
{
    /// <summary>Needs from the caller: a database context with its write gate, a clock, a mail transport, a webhook transport, a file store, an export store, the public address, a PDF converter.</summary>
    public static IServiceCollection AddNetworksWorkflows(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        AddHandlers(services);

        // Projections of list rows only: nothing is ever mapped onto an entity.
        services.AddAutoMapper(
            (provider, options) => options.LicenseKey = provider.GetService<IConfiguration>()?["Networks:AutoMapper:LicenseKey"],
            typeof(WorkflowsModule).Assembly);

        // In this order: each wraps the next. By their constraints the unit of work is for acts alone, the moment for queries.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LogBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PermissionBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(InputBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(MomentBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehavior<,>));

        services.AddScoped<CurrentActor>();
        services.AddScoped<IActor>(provider => provider.GetRequiredService<CurrentActor>());
        services.AddScoped<CurrentOperation>();
        services.AddScoped<CompletedOperations>();
        services.AddScoped<CaseHistory>();
        services.AddScoped<Journal>();
        services.AddSingleton<JournalNotes>();
        services.AddScoped<TemplateLibrary>();
        services.AddScoped<FactBook>();
        services.AddSingleton<IProgrammeLimits, InstalledLimits>();
        services.AddScoped<CaseRelations>();
        services.AddScoped<WorkflowEngine>();
        services.AddScoped<DeskMail>();
        services.AddScoped<FirmDeparture>();
        services.AddScoped<Changes.WhatIf.Simulation>();
        services.AddScoped<Changes.Votes>();
        services.AddScoped<Changes.AcceptWithdrawal.LeavingMail>();
        services.AddScoped<Changes.RecordDocument.ChangeSignatures>();
        services.AddScoped<Changes.ConfirmEnd.EndMail>();
        services.AddScoped<IConsequence, Changes.VoteKeeping>();
        services.AddScoped<FirmMatching>();
        services.AddScoped<FirmAdmission>();
        services.AddScoped<CaseReferences>();
        services.AddScoped<DivisionCards>();
        services.AddScoped<CardPortions>();
        services.AddScoped<CardKeeping>();
        services.AddScoped<IConsequence>(provider => provider.GetRequiredService<CardKeeping>());
        services.AddScoped<IConsequence, IntroductionKeeping>();
        services.AddScoped<Incubator>();
        services.AddScoped<IConsequence, IncubationKeeping>();
        services.AddScoped<FollowUp.FulfilDuty.DutyFulfilment>();
        services.AddScoped<IConsequence, FollowUp.FulfilDuty.FilingKeeping>();
        services.AddScoped<IConsequence, Casework.KeptTexts.SentTextKeeping>();
        services.AddScoped<PulseRecording>();
        services.AddScoped<IntroductionMail>();
        services.AddScoped<IntroductionEnding>();
        services.AddScoped<NeedSteps>();
        services.AddScoped<TextScreen>();
        services.AddScoped<MeetingSteps>();
        services.AddScoped<MeetingConflicts>();
        services.AddSingleton<RequestSweep>();
        services.AddScoped<IntroductionSteps>();
        services.AddScoped<Casework.Absences.AbsenceHistory>();
        services.AddScoped<Casework.UndoLastAct.LastActs>();
        services.TryAddSingleton(Casework.UndoLastAct.UndoGrace.Usual);
        services.AddSingleton<Casework.UndoLastAct.ReversalSweep>();
        services.AddScoped<LivenessScan>();
        services.AddScoped<NewVersion>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<BounceReader>();
        services.AddScoped<MailPolicy>();
        services.AddScoped<MailDigest>();
        services.AddScoped<MailFailure>();
        services.AddSingleton<TimerSweep>();
        services.AddSingleton<WebhookSweep>();
        services.AddSingleton<RegisterSweep>();
        services.AddSingleton<RegionMemory>();
        services.AddScoped<RegionSight>();
        services.AddSingleton<ProgressSweep>();
        services.AddSingleton<RegionPreparation>();
        services.AddSingleton<MonthSweep>();
        services.AddSingleton<LeadVisitLog>();
        services.AddSingleton<MailingSweep>();
        services.AddSingleton<Administration.Exports.ExportSweep>();
        services.AddScoped<ProgrammeCalls>();
        services.AddScoped<FirmActs>();
        services.AddScoped<RoundProgress>();
        services.AddScoped<AskAgain>();
        services.AddScoped<DraftTexts>();
        services.AddScoped<LegalEffect>();
        services.AddScoped<EffectMail>();
        services.AddScoped<SignatureCount>();
        services.AddScoped<SignatureCheck>();
        services.AddScoped<FilingRows>();
        services.AddScoped<ProcessMover>();
        services.AddScoped<MoveTakenBack>();
        services.AddScoped<Rehearsal>();
        services.AddScoped<RowByRow>();
        services.AddScoped<MoveTrial>();
        services.AddScoped<MoveAsSeen>();
        services.AddSingleton<ClosingBook>();
        services.AddSingleton<BusinessCalendar>();

        // What the caller did not say: no authority is believed, and every fact to verify has its default.
        services.TryAddSingleton(SignatureTrust.None);
        services.TryAddSingleton(SignatureLimits.Default);
        services.TryAddSingleton<VerifiableFacts>();
        services.TryAddSingleton(new NodeName());
        services.TryAddSingleton(DiscoveryLimits.Default);
        services.TryAddSingleton(MailRules.Standard);
        services.TryAddSingleton(new BounceFolder(null));
        services.TryAddSingleton(MonitoringLimits.Default);
        services.AddSingleton<SignatureVerifier>();
        services.AddSingleton<ProcessCatalog>();
        foreach (var definition in TypesOf<ProcessDefinition>())
        {
            services.AddSingleton(typeof(ProcessDefinition), definition);
        }

        return services;
    }

    private static IEnumerable<Type> TypesOf<T>() =>
        typeof(WorkflowsModule).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(T)));

    private static void AddHandlers(IServiceCollection services)
    {
        var handlers =
            from type in typeof(WorkflowsModule).Assembly.GetTypes()
            where !type.IsAbstract
            from contract in type.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            select (contract, type);
        foreach (var (contract, type) in handlers)
        {
            services.AddTransient(contract, type);
        }
    }
}
