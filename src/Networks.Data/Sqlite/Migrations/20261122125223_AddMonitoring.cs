using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddMonitoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_ProgrammeId",
                table: "Cases");

            migrationBuilder.CreateTable(
                name: "CaseProgress",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seen = table.Column<int>(type: "INTEGER", nullable: false),
                    Moments = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Firms = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseProgress", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_CaseProgress_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrozenMonths",
                columns: table => new
                {
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Definitions = table.Column<int>(type: "INTEGER", nullable: false),
                    Numbers = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenMonths", x => new { x.ProgrammeId, x.Month });
                    table.ForeignKey(
                        name: "FK_FrozenMonths_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    View = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Desk = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadVisits_Associations_Desk",
                        column: x => x.Desk,
                        principalTable: "Associations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeadVisits_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeadVisits_Officers_OfficerId",
                        column: x => x.OfficerId,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeadVisits_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ViewSubscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rhythm = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Desk = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ViewSubscriptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ViewSubscriptions_Associations_Desk",
                        column: x => x.Desk,
                        principalTable: "Associations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ViewSubscriptions_Officers_OfficerId",
                        column: x => x.OfficerId,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Restatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Before = table.Column<int>(type: "INTEGER", nullable: true),
                    Now = table.Column<int>(type: "INTEGER", nullable: true),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Added = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Removed = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Restatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Restatements_Associations_By",
                        column: x => x.By,
                        principalTable: "Associations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Restatements_FrozenMonths_ProgrammeId_Month",
                        columns: x => new { x.ProgrammeId, x.Month },
                        principalTable: "FrozenMonths",
                        principalColumns: new[] { "ProgrammeId", "Month" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ProgrammeId_Version",
                table: "Cases",
                columns: new[] { "ProgrammeId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_LeadVisits_CaseId",
                table: "LeadVisits",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LeadVisits_Desk",
                table: "LeadVisits",
                column: "Desk");

            migrationBuilder.CreateIndex(
                name: "IX_LeadVisits_OfficerId",
                table: "LeadVisits",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_LeadVisits_ProgrammeId_At",
                table: "LeadVisits",
                columns: new[] { "ProgrammeId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Restatements_By",
                table: "Restatements",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_Restatements_ProgrammeId_Month",
                table: "Restatements",
                columns: new[] { "ProgrammeId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_ViewSubscriptions_Desk",
                table: "ViewSubscriptions",
                column: "Desk");

            migrationBuilder.CreateIndex(
                name: "IX_ViewSubscriptions_NextOn",
                table: "ViewSubscriptions",
                column: "NextOn");

            migrationBuilder.CreateIndex(
                name: "IX_ViewSubscriptions_OfficerId",
                table: "ViewSubscriptions",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_ViewSubscriptions_TokenHash",
                table: "ViewSubscriptions",
                column: "TokenHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseProgress");

            migrationBuilder.DropTable(
                name: "LeadVisits");

            migrationBuilder.DropTable(
                name: "Restatements");

            migrationBuilder.DropTable(
                name: "ViewSubscriptions");

            migrationBuilder.DropTable(
                name: "FrozenMonths");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ProgrammeId_Version",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ProgrammeId",
                table: "Cases",
                column: "ProgrammeId");
        }
    }
}
